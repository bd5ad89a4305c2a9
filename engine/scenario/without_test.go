package scenario_test

import "testing"

func TestWithoutTheThingsOfAScope(t *testing.T) {
	base := decode(t, document(aBakery, `"order":[{"name":"hotel","bakery":"memphis"},{"name":"inn","bakery":"memphis"}]`))
	without := base.Without("order")
	if without.Has("order") || !without.Has("bakery") || !base.Has("order") {
		t.Errorf("without orders there is %+v, and the base has %+v", without.Instances, base.Instances)
	}
	if none := base.Without("bakery"); none.Has("bakery") || none.Has("order") {
		t.Errorf("without bakeries there is %+v", none.Instances)
	}
}
