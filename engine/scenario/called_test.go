package scenario_test

import (
	"strings"
	"testing"
)

// Legends, tables and sentences tell things apart by what they are called.
func TestCalled(t *testing.T) {
	for members, want := range map[string]string{
		`"bakery":[{"name":"a","title":"North"},{"name":"b","title":"South"}]`:                                          "North, South",
		`"bakery":[{"name":"a","title":"North"},{"name":"b","title":"North"},{"name":"c","title":"South"}]`:             "North (a), North (b), South",
		`"bakery":[{"name":"a"},{"name":"b","title":"a"}]`:                                                              "a (a), a (b)",
		`"bakery":[{"name":"a","title":"Hotel"}],"order":[{"name":"hotel","title":"Hotel","bakery":"a"}]`:               "Hotel, Hotel",
		`"bakery":[{"name":"a"}],"order":[{"name":"x","title":"H","bakery":"a"},{"name":"y","title":"H","bakery":"a"}]`: "a, H (x), H (y)",
	} {
		document := decode(t, document(members))
		var called []string
		for i, thing := range document.Instances {
			if thing.Scope == "bakery" || thing.Scope == "order" {
				called = append(called, document.Called(i))
			}
		}
		if got := strings.Join(called, ", "); got != want {
			t.Errorf("of %s the things are called %s, want %s", members, got, want)
		}
	}
}
