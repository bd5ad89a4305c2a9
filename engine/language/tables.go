package language

import (
	"errors"
	"fmt"

	"rackonomics/engine/program"
)

// Table is a table of written numbers that formulas look up, such as the rates
// of a tax authority.
type Table struct {
	Name    string
	Unit    string
	Columns [][]float64 // each as long as the others
	Note    string
}

func (s *Schema) addTable(table Table) error {
	if err := s.callable(table.Name, table.Name); err != nil {
		return err
	}
	if _, err := s.declareUnit(table.Unit); err != nil {
		return err
	}
	if s.tables[table.Name] != nil {
		return errors.New("this name is taken")
	}
	if len(table.Columns) == 0 || len(table.Columns[0]) == 0 {
		return errors.New("a table without numbers")
	}
	for _, column := range table.Columns {
		if len(column) != len(table.Columns[0]) {
			return fmt.Errorf("columns of %d and %d numbers", len(table.Columns[0]), len(column))
		}
	}
	s.tables[table.Name] = &table
	return nil
}

func (c *checker) lookup(call *Expression) (*Node, error) {
	table := c.schema.tables[call.Args[0].Text]
	if call.Args[0].Kind != Name || table == nil {
		return nil, c.fail(call.Args[0], "lookup takes the name of a table")
	}
	places, err := c.operands(call.Args[1:])
	if err != nil {
		return nil, err
	}
	for _, place := range places {
		if !place.Type.Fits(Type{}) {
			return nil, c.fail(place.at, "a place in a table is a plain number, this is %s", place.Type)
		}
	}
	row, column := places[0], places[len(places)-1]
	if len(places) == 1 {
		if len(table.Columns) > 1 {
			return nil, c.fail(call, "%s has %d columns; say which", table.Name, len(table.Columns))
		}
		column.Node = &Node{Kind: Literal, Type: Type{Kind: Number}, size: 1}
	}
	typ := Type{Kind: Number, Unit: unitOf(table.Unit)}
	return c.choose(call, column, len(table.Columns), func(column int) (*Node, error) {
		return c.choose(call, row, len(table.Columns[column]), func(row int) (*Node, error) {
			return c.made(call, Node{Kind: Literal, Value: table.Columns[column][row], Type: typ})
		})
	})
}

// choose makes the choice among so many values by a number from 0; what is no
// such number chooses none.
func (c *checker) choose(call *Expression, by operand, count int, value func(int) (*Node, error)) (*Node, error) {
	if by.Kind == Literal {
		if index := int(by.Value); index >= 0 && index < count && float64(index) == by.Value {
			return value(index)
		}
		return nil, c.fail(by.at, "places here are whole numbers from 0 to %d", count-1)
	}
	chosen, err := c.made(call, wordNamed["absent"])
	for i := count - 1; i >= 0 && err == nil; i-- {
		var each *Node
		if each, err = value(i); err == nil {
			chosen, err = c.ifEqual(call, by, float64(i), each, chosen)
		}
	}
	return chosen, err
}

// ifEqual makes when(x == value, then, otherwise).
func (c *checker) ifEqual(at *Expression, x operand, value float64, then, otherwise *Node) (*Node, error) {
	literal, err := c.made(at, Node{Kind: Literal, Value: value, Type: x.Type})
	if err != nil {
		return nil, err
	}
	condition, err := c.operation(program.Equal, equality, at, x, operand{literal, at})
	if err != nil {
		return nil, err
	}
	return c.operation(program.When, branch, at, operand{condition, at}, operand{then, at}, operand{otherwise, at})
}
