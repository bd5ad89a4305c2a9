package message

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/calendar"
	"rackonomics/engine/floor"
	"rackonomics/engine/scenario"
	"rackonomics/wasm/protocol"
)

// requests and answers are what travels.
var requests = []any{protocol.OpenRequest{}, protocol.RunRequest{}, protocol.ReferenceRequest{},
	protocol.LinkRequest{}, protocol.ExplainRequest{}, protocol.DocumentRequest{}}

var answers = []any{protocol.Refusal{}, protocol.OpenAnswer{}, protocol.RunAnswer{}, protocol.ReferenceAnswer{},
	protocol.LinkAnswer{}, protocol.ExplainAnswer{}, protocol.DocumentAnswer{}, protocol.Progress{}, floor.Plan{}}

// schedule is a value of an input, which says itself how it is written.
var schedule = &scenario.Profile{Steps: []scenario.Step{{From: calendar.First, Value: 240e3}, {From: calendar.First.Add(7), Value: 440e3}}, Linear: true, Escalator: 0.03}

// fill gives v some value of its type, no deeper than that many levels of values within values.
func fill(t *rapid.T, v reflect.Value, levels int) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "truth"))
	case reflect.Int:
		v.SetInt(int64(rapid.Int().Draw(t, "whole number")))
	case reflect.Float64:
		v.SetFloat(rapid.Float64().Draw(t, "number"))
	case reflect.String:
		v.SetString(rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "<a & b>\n\"\\\u2028é", "\xff"})).Draw(t, "text"))
	case reflect.Interface:
		plain := rapid.SampledFrom([]any{nil, "text", 1e21, -0.5, 7.0, true, schedule, (*scenario.Profile)(nil), struct{ Bare, bare int }{1, 2}}).Draw(t, "value")
		if plain != nil {
			v.Set(reflect.ValueOf(plain))
		}
	case reflect.Pointer:
		if levels > 0 && rapid.Bool().Draw(t, "is there") {
			v.Set(reflect.New(v.Type().Elem()))
			fill(t, v.Elem(), levels-1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i), levels)
		}
	default:
		fillMany(t, v, levels)
	}
}

func fillMany(t *rapid.T, v reflect.Value, levels int) {
	if v.Type() == rawType {
		v.SetBytes([]byte(rapid.SampledFrom([]string{"null", "1e3", `{"a":[1,"b"]}`, `"\u00e9"`}).Draw(t, "JSON")))
		return
	}
	many := rapid.IntRange(-1, 2).Draw(t, "many")
	if levels == 0 || many < 0 {
		return // nil
	}
	if v.Kind() == reflect.Slice {
		v.Set(reflect.MakeSlice(v.Type(), many, many))
		for i := range many {
			fill(t, v.Index(i), levels-1)
		}
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for i := range many {
		value := reflect.New(v.Type().Elem()).Elem()
		fill(t, value, levels-1)
		v.SetMapIndex(reflect.ValueOf(fmt.Sprint("<", i)), value)
	}
}

func TestAnswersAreWrittenAsEncodingJSONWritesThem(t *testing.T) {
	for _, answer := range answers {
		rapid.Check(t, func(t *rapid.T) {
			v := reflect.New(reflect.TypeOf(answer)).Elem()
			fill(t, v, 4)
			text, err := Write(v.Interface())
			want, wantErr := json.Marshal(v.Interface())
			if err != nil || wantErr != nil {
				t.Fatal(err, wantErr)
			}
			var got, expected any
			if err := json.Unmarshal(text, &got); err != nil {
				t.Fatalf("%v in %s", err, text)
			}
			if err := json.Unmarshal(want, &expected); err != nil || !reflect.DeepEqual(got, expected) {
				t.Fatalf("%s is written, %s by encoding/json", text, want)
			}
		})
	}
}

func TestRequestsAreReadAsEncodingJSONReadsThem(t *testing.T) {
	for _, request := range requests {
		rapid.Check(t, func(t *rapid.T) {
			v := reflect.New(reflect.TypeOf(request))
			fill(t, v.Elem(), 4)
			text, err := json.Marshal(v.Interface())
			if err != nil {
				t.Fatal(err)
			}
			got, want := reflect.New(v.Type().Elem()), reflect.New(v.Type().Elem())
			if err := json.Unmarshal(text, want.Interface()); err != nil {
				t.Fatal(err)
			}
			if err := Read(text, got.Interface()); err != nil {
				t.Fatalf("%v in %s", err, text)
			}
			if !reflect.DeepEqual(got.Interface(), want.Interface()) {
				t.Fatalf("%s is read as %+v, as %+v by encoding/json", text, got, want)
			}
		})
	}
}

func TestAMemberIsKnownHoweverItsNameIsWritten(t *testing.T) {
	var request protocol.DocumentRequest
	if err := Read([]byte(`{"o\u0066":7,"changes":[{"p\u0061th":"a.b","value":1}]}`), &request); err != nil || request.Of != 7 || request.Changes[0].Path != "a.b" {
		t.Errorf("%+v is read: %v", request, err)
	}
}

func TestWhatIsNoMessageIsRefused(t *testing.T) {
	for text, want := range map[string]string{
		``:                               "EOF",
		`{"of":1`:                        "EOF",
		`{"of":1} {}`:                    "follows its end",
		`{"of":1,"of":2}`:                "duplicate",
		`{"of":"1"}`:                     `string at "/of"; int is expected`,
		`{"of":1.5}`:                     `number at "/of"; int is expected`,
		`{"of":1e30}`:                    `number at "/of"; int is expected`,
		`{"of":null}`:                    `null at "/of"; int is expected`,
		`{"OF":1}`:                       `no member "OF"`,
		`{"of":1,"changes":{}}`:          `{ at "/changes"; [ is expected`,
		`{"of":1,"changes":[7]}`:         `number at "/changes/0"; { is expected`,
		`{"of":1,"changes":[]]}`:         "invalid character ']'",
		`{"of":1,"view":{"month":true}}`: `true at "/view/month"; int is expected`,
	} {
		var request protocol.LinkRequest
		if err := Read([]byte(text), &request); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; %q is expected", text, err, want)
		}
	}
}

func TestWhatJSONCannotSayIsRefused(t *testing.T) {
	for _, message := range []any{math.NaN(), []float64{math.Inf(1)}, map[string]any{"a": math.NaN()}, struct{ B any }{math.Inf(-1)}, make(chan int)} {
		if text, err := Write(message); err == nil {
			t.Errorf("%v is written as %s", message, text)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"of":1,"changes":[{"path":"a.b","value":{"c":[1]}}],"view":{"month":3,"chart":"x"}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var got, want protocol.LinkRequest
		if Read(text, &got) != nil {
			return
		}
		if err := json.Unmarshal(text, &want); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%s is read as %+v, as %+v by encoding/json (%v)", text, got, want, err)
		}
	})
}

// leavesOf lists the single values that a message is written with.
func leavesOf(v reflect.Value) (leaves []reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return leavesOf(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			leaves = append(leaves, leavesOf(v.Index(i))...)
		}
	case reflect.Struct:
		for _, f := range fieldsOf(v.Type()) {
			leaves = append(leaves, leavesOf(v.FieldByIndex(f.index))...)
		}
	default:
		leaves = append(leaves, v)
	}
	return leaves
}

func alter(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int:
		v.SetInt(v.Int() ^ 1)
	case reflect.Float64:
		v.SetFloat(-v.Float())
	case reflect.String:
		v.SetString(v.String() + "x")
	}
}

func TestAlikeIsWhatSaysTheSame(t *testing.T) {
	type shown struct {
		View   protocol.View
		Events []protocol.Event
		Plan   floor.Plan
		Beside []float64 `json:"-"`
	}
	drawn := rapid.Custom(func(t *rapid.T) (made shown) {
		fill(t, reflect.ValueOf(&made).Elem(), 4)
		for i := range made.View.Rows {
			made.View.Rows[i].Sources = nil // whose values stand in interfaces
		}
		return made
	})
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.IntRange(1, 1000).Draw(t, "seed")
		a, b := drawn.Example(seed), drawn.Example(seed)
		b.Beside = append(b.Beside, 1)
		if !Alike(&a, &b) {
			t.Fatalf("what is written alike differs: %+v", a)
		}
		alter(rapid.SampledFrom(leavesOf(reflect.ValueOf(&b).Elem())).Draw(t, "leaf"))
		if Alike(&a, &b) {
			t.Fatalf("it is alike with another value: %+v\n%+v", a, b)
		}
	})
}

func TestWhatCannotBeComparedDiffers(t *testing.T) {
	one, other := struct{ A any }{1.0}, struct{ A any }{1.0}
	if Alike(&one, &other) {
		t.Error("what stands in an interface is alike")
	}
	none, empty := []string(nil), []string{}
	if Alike(&none, &empty) {
		t.Error("no list is like an empty one, which is written otherwise")
	}
}
