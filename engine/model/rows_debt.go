package model

import "rackonomics/engine/formula"

var debtRows = []formula.Row{}
