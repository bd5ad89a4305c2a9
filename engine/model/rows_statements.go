package model

import "rackonomics/engine/formula"

var statementRows = []formula.Row{}
