// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"libsriov/sriov"
)

// Methods whose names begin so change the host or wait.
var changing = []string{"Set", "Bind", "Unbind", "Load", "Reset", "Apply", "Attach", "Next", "Close"}

func isChanging(name string) bool {
	for _, prefix := range changing {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// A walk calls all methods of all objects that it comes across.
type walk struct {
	t     *testing.T
	seen  map[reflect.Type]int
	calls int
}

// call gives the results of a method with arguments that are all zero.
func call(method reflect.Value) []reflect.Value {
	kind := method.Type()
	var arguments []reflect.Value
	for i := 0; i < kind.NumIn(); i++ {
		if !kind.IsVariadic() || i < kind.NumIn()-1 {
			arguments = append(arguments, reflect.Zero(kind.In(i)))
		}
	}
	return method.Call(arguments)
}

func (w *walk) visit(value reflect.Value) {
	object, isObject := value.Interface().(io.Closer)
	if !isObject || value.IsNil() || w.seen[value.Type()] > 2 {
		return
	}
	w.seen[value.Type()]++
	defer object.Close()
	for i := 0; i < value.NumMethod(); i++ {
		if isChanging(value.Type().Method(i).Name) {
			continue
		}
		w.calls++
		for _, result := range call(value.Method(i)) {
			w.result(result)
		}
	}
}

func (w *walk) result(result reflect.Value) {
	switch {
	case result.Kind() == reflect.Slice:
		for i := 0; i < result.Len(); i++ {
			w.result(result.Index(i))
		}
	case result.Kind() == reflect.Ptr && !result.IsNil():
		w.visit(result)
	case result.CanInterface():
		if text, ok := result.Interface().(fmt.Stringer); ok && text.String() == "" {
			w.t.Errorf("a %v without a name", result.Type())
		}
	}
}

func TestEveryMethodOnAHost(t *testing.T) {
	needInside(t)
	host := openHost(t)
	w := walk{t: t, seen: map[reflect.Type]int{}}
	for _, object := range []any{
		must(host.OpenPF("em1"))(t), must(host.OpenVF("0000:01:10.0"))(t),
		must(host.OpenBond("bond0"))(t), must(host.OpenIOMMUGroup(10))(t), must(host.OpenIOMMU())(t),
		must(host.ReadHost())(t), must(sriov.NewGuestBond())(t), must(sriov.NewMonitor(host))(t),
		must(host.OpenModule("igb"))(t), must(host.ListPFs())(t),
		must(must(host.OpenDevice("0000:01:00.0"))(t).ReadCapabilities())(t), host,
	} {
		w.visit(reflect.ValueOf(object))
	}
	if len(w.seen) < 25 || w.calls < 400 {
		t.Errorf("only %d calls of %d types", w.calls, len(w.seen))
	}
}

// types are all that a context leads to, by the results of methods.
func types(from reflect.Type, found map[reflect.Type]bool) {
	if from.Kind() == reflect.Slice {
		types(from.Elem(), found)
	}
	if from.Kind() != reflect.Ptr || found[from] || !from.Implements(closer) {
		return
	}
	found[from] = true
	for i := 0; i < from.NumMethod(); i++ {
		method := from.Method(i).Type
		for result := 0; result < method.NumOut(); result++ {
			types(method.Out(result), found)
		}
		for argument := 1; argument < method.NumIn(); argument++ {
			types(method.In(argument), found)
		}
	}
}

var closer = reflect.TypeOf((*io.Closer)(nil)).Elem()

// Of no object, what can fail gives an error, and all else nothing.
func TestEveryMethodOfNil(t *testing.T) {
	found := map[reflect.Type]bool{}
	for _, object := range []any{&sriov.Context{}, &sriov.Monitor{}, &sriov.VFChanges{}, &sriov.GuestBond{}} {
		types(reflect.TypeOf(object), found)
	}
	if len(found) < 45 {
		t.Errorf("only %d types", len(found))
	}
	for kind := range found {
		for _, object := range []reflect.Value{reflect.Zero(kind), reflect.New(kind.Elem())} {
			callNothing(t, object)
		}
	}
}

func callNothing(t *testing.T, object reflect.Value) {
	t.Helper()
	for i := 0; i < object.NumMethod(); i++ {
		method := object.Type().Method(i)
		results := call(object.Method(i))
		last := results[len(results)-1]
		isError := last.Type() == reflect.TypeOf((*error)(nil)).Elem()
		tells := method.Name == "Err" || strings.HasSuffix(method.Name, "Error")
		reads := method.Name == "Close" || tells && len(results) == 1
		if isError && last.IsNil() != reads {
			t.Errorf("%v.%s gives %v", object.Type(), method.Name, last)
		}
	}
}

func TestUseAfterClose(t *testing.T) {
	host := openHost(t)
	pf := must(host.OpenPF("em1"))(t)
	device := pf.Device()
	pf.Close()
	pf.Close()
	equal(t, "interface", pf.Interface(), "")
	equal(t, "device", pf.Device(), nil)
	callNothing(t, reflect.ValueOf(pf))
	err := pf.SetVFCount(1)
	if !errors.Is(err, fs.ErrClosed) || !errors.Is(err, sriov.ErrInvalid) {
		t.Errorf("%v", err)
	}
	_, err = sriov.NewVFChanges(pf)
	if !errors.Is(err, fs.ErrClosed) {
		t.Errorf("%v", err)
	}
	host.Close()
	equal(t, "address", device.Address(), "0000:01:00.0")
	must(device.ListInterfaces())(t)
}

func TestObjectsInAnyOrder(t *testing.T) {
	host := openHost(t)
	list := must(must(host.OpenPF("em1"))(t).ListVFs())(t)
	host.Close()
	vfs := list.All()
	list.Close()
	vf := vfs[1]
	vfs = nil
	runtime.GC()
	pf := vf.PF()
	vf.Close()
	equal(t, "interface", pf.Interface(), "em1")
	equal(t, "again", len(must(pf.ListVFs())(t).All()), 3)
}
