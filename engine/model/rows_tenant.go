package model

import "rackonomics/engine/formula"

var tenantRows = []formula.Row{}
