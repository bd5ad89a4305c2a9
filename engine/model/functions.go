package model

import "rackonomics/engine/language"

// Functions are the formulas that rows share, each with a name of its own.
var Functions []language.Function

// Tables are the numbers that rows look up.
var Tables []language.Table
