package model

import "rackonomics/engine/formula"

var marketRows = []formula.Row{}
