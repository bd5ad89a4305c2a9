// Package palette has the colours by which tenants and what else is shown are told
// apart in workbooks and reports; the page has its own, for light and for dark.
package palette

import (
	"strings"

	"rackonomics/engine/floor"
	"rackonomics/engine/model"
)

// tenants are told apart by those who see few colours too: M. Okabe, K. Ito,
// "Color Universal Design" (2008).
var tenants = []string{"0072B2", "E69F00", "009E73", "CC79A7", "56B4E9", "D55E00", "F0E442"}

// roles have colours that no tenant has, since lines of the one stand before areas of
// the other.
var roles = map[model.Role]string{
	model.OwnUse: "8C8C8C", model.Idle: "D9D9D9", model.Limit: "B00020", model.Result: "8A2E00", model.Earnings: "00543C",
	model.Profit: "6A3D9A", model.Cash: "14337A", model.FreeCash: "111111",
}

// Of gives the colour of a role, as "RRGGBB"; tenants and all else that has no role of
// its own take theirs by place.
func Of(role model.Role, place int) string {
	if colour, ok := roles[role]; ok {
		return colour
	}
	return tenants[place%len(tenants)]
}

// OfUses lists the colours of what racks are used for, as [campus.Coloured] reads them.
func OfUses(uses []floor.Use) string {
	list := make([]string, len(uses))
	for i, use := range uses {
		list[i] = "#" + Of(model.Role(use.Role), use.Place)
	}
	return strings.Join(list, " ")
}
