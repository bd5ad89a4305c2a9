// Package scenario holds the document that a run is made of: things of some
// kinds, each with its inputs. It knows no subject: a model declares its kinds of
// things and their inputs once, with unit, bounds, default, note and sources, as
// a [Schema]. Decoding, validation, changes, the JSON Schema, the page's controls
// and the reference follow from that declaration. The package knows nothing of
// running a model.
package scenario
