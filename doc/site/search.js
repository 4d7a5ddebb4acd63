/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The search: every name of the interface and every section of the book, in the file
 * search-index.js that finish.py made. It works without a server, also from file://.
 */
"use strict";

(function () {
	const MOST = 25;
	const input = document.getElementById("search");
	const list = document.getElementById("found");
	let chosen = -1;

	/* How well an entry [name, kind, address, text] answers; 0 is not at all. */
	function score(entry, words) {
		const name = entry[0].toLowerCase();
		let sum = 0;

		for (const word of words) {
			if (name === word)
				sum += 1000;
			else if (name.startsWith(word))
				sum += 400 - name.length;
			else if (name.includes(word))
				sum += 200 - Math.min(name.length, 100);
			else if (entry[3].toLowerCase().includes(word))
				sum += entry[1] === "book" ? 50 : 20;
			else
				return 0;
		}
		return sum;
	}

	/* The part of a text that has the first of the words in it. */
	function excerpt(text, words) {
		const low = text.toLowerCase();
		const places = words.map((word) => low.indexOf(word)).filter((place) => place >= 0);
		const begin = places.length ? Math.max(0, Math.min(...places) - 50) : 0;

		return (begin ? "..." : "") + text.slice(begin, begin + 140) +
			(text.length > begin + 140 ? "..." : "");
	}

	function add(parent, tag, text, name) {
		const element = parent.appendChild(document.createElement(tag));

		element.textContent = text;
		if (name)
			element.className = name;
		return element;
	}

	function show(entries, words) {
		list.textContent = "";
		chosen = -1;
		for (const entry of entries) {
			const link = add(list, "li", "").appendChild(document.createElement("a"));

			link.href = entry[2];
			add(link, "b", entry[0]);
			add(link, "span", entry[1]);
			add(link, "p", excerpt(entry[3], words));
		}
		if (!entries.length)
			add(list, "li", "Nothing has these words.", "none");
		list.hidden = false;
	}

	function search() {
		const words = input.value.toLowerCase().split(/[\s()]+/).filter(Boolean);

		if (!words.length || !window.searchIndex) {
			list.hidden = true;
			return;
		}
		show(window.searchIndex
			.map((entry) => [score(entry, words), entry])
			.filter((pair) => pair[0])
			.sort((a, b) => b[0] - a[0])
			.slice(0, MOST)
			.map((pair) => pair[1]), words);
	}

	/* The index is read when it is wanted for the first time. */
	function load() {
		const script = document.createElement("script");

		script.src = "search-index.js";
		script.onload = search;
		document.head.appendChild(script);
	}

	function choose(step) {
		const items = list.querySelectorAll("li");

		if (!items.length)
			return;
		if (items[chosen])
			items[chosen].classList.remove("chosen");
		chosen = Math.max(0, Math.min(items.length - 1, chosen + step));
		items[chosen].classList.add("chosen");
		items[chosen].scrollIntoView({block: "nearest"});
	}

	function open() {
		const link = (list.querySelector(".chosen") || list).querySelector("a");

		if (link) {
			list.hidden = true;
			window.location.href = link.href;
		}
	}

	input.addEventListener("focus", load, {once: true});
	input.addEventListener("input", search);
	input.addEventListener("keydown", (event) => {
		const steps = {ArrowDown: 1, ArrowUp: -1};

		if (steps[event.key]) {
			event.preventDefault();
			choose(steps[event.key]);
		} else if (event.key === "Enter") {
			open();
		} else if (event.key === "Escape") {
			list.hidden = true;
			input.blur();
		}
	});
	document.addEventListener("keydown", (event) => {
		if (event.key === "/" && !event.target.closest("input")) {
			event.preventDefault();
			input.focus();
		}
	});
	/* Where the reader is stands in the middle of the menu. */
	const here = document.querySelector("nav [aria-current]");

	if (here)
		here.closest("nav").scrollTop = here.offsetTop - window.innerHeight / 2;
	document.addEventListener("click", (event) => {
		if (!event.target.closest(".search"))
			list.hidden = true;
	});
})();
