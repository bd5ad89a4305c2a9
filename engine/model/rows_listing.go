package model

import "rackonomics/engine/formula"

var listingRows = []formula.Row{}
