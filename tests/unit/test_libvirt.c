/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What libvirt is told, byte by byte, and by another program's word well-formed. */
#include "unit.h"

#include <stdio.h>

#include "report/xml.h"

#define PF "0000:01:00.0"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_pf *pf;
static struct sriov_error *error;

static void begin(const char *interface)
{
	fake = fake_new();
	fake_add_82576(fake, PF, interface, 7);
	context = fake_open_context(fake);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
}

static void end(void)
{
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	fake_free(fake);
}

/* Says nothing on a machine without xmllint; the texts are compared all the same. */
static void expect_well_formed(const char *xml)
{
	FILE *parser;

	if (system("command -v xmllint >/dev/null 2>&1"))
		return;
	parser = popen("xmllint --noout --nonet -", "w");
	ck_assert_ptr_nonnull(parser);
	fputs(xml, parser);
	ck_assert_int_eq(pclose(parser), 0);
}

static void expect_xml(char *xml, const char *wanted)
{
	ck_assert_str_eq(xml, wanted);
	expect_well_formed(xml);
	free(xml);
}

START_TEST(network)
{
	char *xml;

	begin("em1");
	expect_success(sriov_libvirt_format_network(pf, NULL, &xml, &error), error);
	expect_xml(xml, "<network>\n"
			"  <name>passthrough_em1</name>\n"
			"  <forward mode='hostdev' managed='yes'>\n"
			"    <pf dev='em1'/>\n"
			"  </forward>\n"
			"</network>\n");
	expect_success(sriov_libvirt_format_network(pf, "the pool", &xml, &error), error);
	expect_xml(xml, "<network>\n"
			"  <name>the pool</name>\n"
			"  <forward mode='hostdev' managed='yes'>\n"
			"    <pf dev='em1'/>\n"
			"  </forward>\n"
			"</network>\n");
	end();
}
END_TEST

START_TEST(network_escaped)
{
	char *xml;

	begin("a<b>&'\"c");
	expect_success(sriov_libvirt_format_network(pf, NULL, &xml, &error), error);
	expect_xml(xml, "<network>\n"
			"  <name>passthrough_a&lt;b&gt;&amp;&apos;&quot;c</name>\n"
			"  <forward mode='hostdev' managed='yes'>\n"
			"    <pf dev='a&lt;b&gt;&amp;&apos;&quot;c'/>\n"
			"  </forward>\n"
			"</network>\n");
	expect_success(sriov_libvirt_format_network(pf, "]]>Z\xc3\xbcrich <&&", &xml, &error),
		       error);
	expect_xml(xml, "<network>\n"
			"  <name>]]&gt;Z\xc3\xbcrich &lt;&amp;&amp;</name>\n"
			"  <forward mode='hostdev' managed='yes'>\n"
			"    <pf dev='a&lt;b&gt;&amp;&apos;&quot;c'/>\n"
			"  </forward>\n"
			"</network>\n");
	end();
}
END_TEST

static void expect_no_network(const char *name, const char *words)
{
	char *xml = (char *)&error;

	expect_failure(sriov_libvirt_format_network(pf, name, &xml, &error), SRIOV_CODE_INVALID,
		       error, words);
	ck_assert_ptr_null(xml);
}

START_TEST(network_refused)
{
	char *xml;

	begin("em1");
	expect_no_network("", "empty");
	expect_no_network("a/b", "\"a/b\"");
	expect_no_network("a\nb", "control character");
	expect_no_network("a\xff", "UTF-8");
	expect_failure(sriov_libvirt_format_network(NULL, NULL, &xml, &error), SRIOV_CODE_INVALID,
		       error, "pf is NULL");
	expect_failure(sriov_libvirt_format_network(pf, NULL, NULL, &error), SRIOV_CODE_INVALID,
		       error, "xml is NULL");
	end();
	/* The kernel takes such names. */
	begin("em\xff");
	expect_no_network(NULL, "interface's name");
	end();
}
END_TEST

START_TEST(network_without_interface)
{
	char *xml;

	fake = fake_new();
	fake_add_device(fake, PF, &fake_nvme);
	fake_make_pf(fake, PF, &fake_nvme_sriov);
	context = fake_open_context(fake);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
	ck_assert_int_eq(sriov_libvirt_format_network(pf, NULL, &xml, &error),
			 SRIOV_CODE_UNSUPPORTED);
	ck_assert_str_eq(sriov_error_get_device(error), PF);
	expect_failure(SRIOV_CODE_UNSUPPORTED, SRIOV_CODE_UNSUPPORTED, error, "as a hostdev");
	ck_assert_ptr_null(xml);
	end();
}
END_TEST

START_TEST(interface)
{
	char *xml;

	expect_success(sriov_libvirt_format_interface("passthrough_em1", NULL, &xml, &error),
		       error);
	expect_xml(xml, "<interface type='network'>\n"
			"  <source network='passthrough_em1'/>\n"
			"</interface>\n");
	expect_success(sriov_libvirt_format_interface("'<&>\"", "52:54:00:AB:cd:01", &xml, &error),
		       error);
	expect_xml(xml, "<interface type='network'>\n"
			"  <mac address='52:54:00:ab:cd:01'/>\n"
			"  <source network='&apos;&lt;&amp;&gt;&quot;'/>\n"
			"</interface>\n");
}
END_TEST

static void expect_no_interface(const char *name, const char *mac, const char *words)
{
	char *xml = (char *)&error;

	expect_failure(sriov_libvirt_format_interface(name, mac, &xml, &error), SRIOV_CODE_INVALID,
		       error, words);
	ck_assert_ptr_null(xml);
}

START_TEST(interface_refused)
{
	expect_no_interface(NULL, NULL, "network is NULL");
	expect_no_interface("", NULL, "empty");
	expect_no_interface("a/b", NULL, "slash");
	expect_no_interface("a\tb", NULL, "control character");
	expect_no_interface("n", "", "\"\"");
	expect_no_interface("n", "52:54:00:00:00", "52:54:00:00:00");
	expect_no_interface("n", "52:54:00:00:00:0g", "52:54:00:00:00:0g");
	expect_no_interface("n", "52-54-00-00-00-01", "52-54-00-00-00-01");
	expect_no_interface("n", "52:54:00:00:00:01:02", "52:54:00:00:00:01:02");
	expect_no_interface("n", "00:00:00:00:00:00", "zeros");
	expect_no_interface("n", "01:00:5e:00:00:01", "multicast");
	expect_no_interface("n", "ff:ff:ff:ff:ff:ff", "multicast");
	expect_failure(sriov_libvirt_format_interface("n", NULL, NULL, &error), SRIOV_CODE_INVALID,
		       error, "xml is NULL");
}
END_TEST

START_TEST(hostdev)
{
	struct sriov_vf *vf;
	char *xml;

	begin("em1");
	expect_success(sriov_pf_open_vf(pf, 6, &vf, &error), error);
	expect_success(sriov_libvirt_format_hostdev(vf, true, &xml, &error), error);
	expect_xml(xml, "<hostdev mode='subsystem' type='pci' managed='yes'>\n"
			"  <source>\n"
			"    <address domain='0x0000' bus='0x01' slot='0x11' function='0x4'/>\n"
			"  </source>\n"
			"</hostdev>\n");
	expect_success(sriov_libvirt_format_hostdev(vf, false, &xml, &error), error);
	ck_assert_ptr_nonnull(strstr(xml, "managed='no'"));
	free(xml);
	xml = (char *)&error;
	expect_failure(sriov_libvirt_format_hostdev(NULL, true, &xml, &error), SRIOV_CODE_INVALID,
		       error, "vf is NULL");
	ck_assert_ptr_null(xml);
	expect_failure(sriov_libvirt_format_hostdev(vf, true, NULL, &error), SRIOV_CODE_INVALID,
		       error, "xml is NULL");
	sriov_vf_unref(vf);
	end();
}
END_TEST

/* Intel VMD's domains have five digits. */
START_TEST(hostdev_in_a_far_domain)
{
	struct sriov_vf *vf;
	char *xml;

	fake = fake_new();
	fake_add_device(fake, "10000:01:00.0", &fake_82576);
	fake_set_driver(fake, "10000:01:00.0", "igb");
	fake_make_pf(fake, "10000:01:00.0", &fake_82576_sriov);
	fake_add_vfs(fake, "10000:01:00.0", 1);
	context = fake_open_context(fake);
	expect_success(sriov_vf_open(context, "10000:01:10.0", &vf, &error), error);
	expect_success(sriov_libvirt_format_hostdev(vf, true, &xml, &error), error);
	ck_assert_ptr_nonnull(strstr(xml, "domain='0x10000' bus='0x01' slot='0x10'"));
	free(xml);
	sriov_vf_unref(vf);
	sriov_context_unref(context);
	fake_free(fake);
}
END_TEST

START_TEST(clean_texts)
{
	static const char *const clean[] = {
		"",
		"a",
		"\xc2\xa0",
		"\xdf\xbf",
		"\xe0\xa0\x80",
		"\xed\x9f\xbf",
		"\xee\x80\x80",
		"\xef\xbf\xbd",
		"\xf0\x90\x80\x80",
		"\xf4\x8f\xbf\xbf",
		"\xf0\x9f\x90\xa7 tux",
	};
	static const char *const unclean[] = {
		"\n",
		"\x01",
		"\x7f",
		"a\x1b[31m",
		"\xc2\x80",	    /* a control character beyond ASCII */
		"\x80",		    /* goes on with nothing */
		"\xc3",		    /* ends too early */
		"\xe2\x82",	    /* so does this */
		"\xf0\x90\x80",	    /* and this */
		"\xc3(",	    /* goes on wrongly */
		"\xc0\xaf",	    /* a slash in disguise */
		"\xe0\x80\xaf",	    /* another */
		"\xf0\x80\x80\xaf", /* another */
		"\xed\xa0\x80",	    /* half of a pair */
		"\xed\xbf\xbf",	    /* the other half */
		"\xef\xbf\xbe",	    /* no character at all */
		"\xef\xbf\xbf",	    /* no character at all */
		"\xf4\x90\x80\x80", /* beyond the last */
		"\xf5\x80\x80\x80", /* far beyond */
		"\xf8\x88\x80\x80\x80",
		"\xff",
	};

	for (size_t i = 0; i < sizeof(clean) / sizeof(clean[0]); i++)
		ck_assert_msg(xml_is_clean(clean[i]), "clean %zu", i);
	for (size_t i = 0; i < sizeof(unclean) / sizeof(unclean[0]); i++)
		ck_assert_msg(!xml_is_clean(unclean[i]), "unclean %zu", i);
}
END_TEST

UNIT_SUITE("libvirt", network, network_escaped, network_refused, network_without_interface,
	   interface, interface_refused, hostdev, hostdev_in_a_far_domain, clean_texts)
