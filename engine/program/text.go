package program

import (
	"fmt"
	"strings"
)

// Describe calls line for each line of a listing of the program: its registers
// with kind and type, its operations in their order, its passes and columns.
func (p *Program) Describe(line func(text string)) {
	w := &lister{program: p, line: line}
	w.given()
	w.list("setup, once", p.Setup)
	for i, pass := range p.Passes {
		way := "forward"
		if pass.Backward {
			way = "backward"
		}
		w.carries(fmt.Sprintf("pass %d, each month %s", i, way), pass.Carries)
		w.list(fmt.Sprintf("pass %d, each month %s, the first %d after the scenario too", i, way, pass.OperationsBeyond), pass.Operations)
	}
	w.columns()
}

type lister struct {
	program *Program
	line    func(string)
}

func (w *lister) printf(format string, args ...any) { w.line(fmt.Sprintf(format, args...)) }

func (w *lister) heading(format string, args ...any) {
	w.line("")
	w.printf(format, args...)
}

// register writes how a register is called, such as n12 or t7: a number or a truth.
func (w *lister) register(index int32) string {
	return fmt.Sprintf("%c%d", w.program.Registers[index].Type.String()[0], index)
}

func (w *lister) of(instance int) string { return w.program.Instances[instance].Name }

// given lists the registers that are there before the setup.
func (w *lister) given() {
	p := w.program
	counts := map[Kind]int{}
	for _, register := range p.Registers {
		counts[register.Kind]++
	}
	var parts []string
	for kind := FromConstant; kind <= FromPass; kind++ {
		if counts[kind] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", counts[kind], kind))
		}
	}
	w.printf("%d registers: %s", len(p.Registers), strings.Join(parts, ", "))
	w.printf("n is a register with a number, t one with a truth, c a column")
	w.heading("constants")
	for _, constant := range p.Constants {
		w.printf("  %-6s = %v", w.register(constant.Register), constant.Value)
	}
	w.heading("inputs")
	for _, input := range p.Inputs {
		w.printf("  %-6s = %s@%s (%s)", w.register(input.Register), input.Name, w.of(input.Instance), p.Registers[input.Register].Kind)
	}
	w.heading("calendar and shocks, each month")
	for _, calendar := range p.Calendar {
		w.printf("  %-6s = %s", w.register(calendar.Register), calendar.Name)
	}
	for _, shock := range p.Shocks {
		w.printf("  %-6s = shock(%s)", w.register(shock.Register), shock.Stream)
	}
}

func (w *lister) carries(title string, carries []Carry) {
	if len(carries) == 0 {
		return
	}
	w.heading("%s: carries from the month before", title)
	for _, carry := range carries {
		w.printf("  %-6s = %s, opening %s", w.register(carry.To), w.register(carry.From), w.register(carry.Opening))
	}
}

func (w *lister) list(title string, operations []Operation) {
	w.heading("%s: %d operations", title, len(operations))
	for _, op := range operations {
		meaning := Operations[op.Code]
		var operands []string
		for i, operand := range op.Operands() {
			switch rule := meaning.Operands[i]; {
			case rule.IsRegister():
				operands = append(operands, w.register(operand))
			case rule == ColumnOperand:
				operands = append(operands, w.column(operand))
			case rule == MonthsOperand:
				operands = append(operands, fmt.Sprintf("%+d", operand))
			}
		}
		w.printf("  %-6s = %-13s %s", w.register(op.Target), meaning.Name, strings.Join(operands, ", "))
	}
}

func (w *lister) column(index int32) string {
	column := w.program.Columns[index]
	return fmt.Sprintf("c%d:%s@%s", index, column.Row, w.of(column.Instance))
}

func (w *lister) columns() {
	p := w.program
	w.heading("columns: %d, of which %d are asked for", len(p.Columns), p.Requested)
	for i, column := range p.Columns {
		from := "setup"
		if column.Pass != SetupPass {
			from = fmt.Sprintf("pass %d", column.Pass)
		}
		w.printf("  %s = %s, %s", w.column(int32(i)), w.register(column.Register), from)
	}
}
