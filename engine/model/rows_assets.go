package model

import "rackonomics/engine/formula"

var assetRows = []formula.Row{}
