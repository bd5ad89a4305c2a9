package model

import "rackonomics/engine/formula"

var valueRows = []formula.Row{}
