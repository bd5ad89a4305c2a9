package wasmcode

// Instruction names an instruction.
type Instruction uint8

// The instructions, in the order of their codes; SIMD ones are named by shape.
const (
	Block Instruction = iota
	Loop
	If
	Else
	End
	BranchIf
	Return
	Call
	Drop
	LocalGet
	LocalSet
	LocalTee
	F64Load
	I32Load8Unsigned
	F64Store
	I32Const
	I64Const
	F64Const
	I32EqualZero
	I32LessUnsigned
	I64LessUnsigned
	I64GreaterSigned
	F64Equal
	F64NotEqual
	F64Less
	F64Greater
	F64GreaterOrEqual
	I32Add
	I32Subtract
	I32Multiply
	I32And
	I32Or
	I32ShiftLeft
	I64Add
	I64Subtract
	I64And
	I64Or
	I64ShiftLeft
	I64ShiftRightSigned
	I64ShiftRightUnsigned
	F64Absolute
	F64Floor
	F64Add
	F64Subtract
	F64Multiply
	I32WrapI64
	I64ExtendI32Signed
	I64ExtendI32Unsigned
	F64ConvertI32Signed
	F64ConvertI64Signed
	I64ReinterpretF64
	F64ReinterpretI64
	I32TruncateF64Signed
	I64TruncateF64Unsigned
	V128Load
	V128Load64Splat
	V128Store
	V128Const
	I8x16Shuffle
	I32x4Splat
	I64x2Splat
	F64x2Splat
	I32x4ExtractLane
	F64x2ExtractLane
	F64x2ReplaceLane
	F64x2Equal
	F64x2NotEqual
	F64x2Less
	F64x2Greater
	F64x2LessOrEqual
	F64x2GreaterOrEqual
	V128Not
	V128And
	V128AndNot
	V128Or
	V128BitSelect
	F64x2Ceiling
	F64x2Floor
	I32x4Multiply
	I32x4MinimumUnsigned
	I64x2AllTrue
	I64x2ShiftLeft
	I64x2ShiftRightSigned
	I64x2ShiftRightUnsigned
	I64x2Add
	I64x2Subtract
	F64x2Absolute
	F64x2Negate
	F64x2Add
	F64x2Subtract
	F64x2Multiply
	F64x2Divide
	F64x2PseudoMinimum
	F64x2PseudoMaximum
	I32x4TruncateF64x2UnsignedZero
	F64x2ConvertLowI32x4Signed
)

// instruction says how an instruction is written and what it does to the stack.
type instruction struct {
	prefix   byte // 0xfc or 0xfd, or 0
	code     byte
	operands []Type
	result   Type // 0 where there is none
}

// What codes begin with that one byte does not name.
const (
	saturating = 0xfc
	vector     = 0xfd
)

// instructions is the table of instructions. Operands that are written into an
// instruction (an address's offset, a lane, a local) are not among them.
var instructions = [...]instruction{
	Block:                          {0, 0x02, nil, 0},
	Loop:                           {0, 0x03, nil, 0},
	If:                             {0, 0x04, nil, 0},
	Else:                           {0, 0x05, nil, 0},
	End:                            {0, 0x0b, nil, 0},
	BranchIf:                       {0, 0x0d, nil, 0},
	Return:                         {0, 0x0f, nil, 0},
	Call:                           {0, 0x10, nil, 0},
	Drop:                           {0, 0x1a, nil, 0},
	LocalGet:                       {0, 0x20, nil, 0},
	LocalSet:                       {0, 0x21, nil, 0},
	LocalTee:                       {0, 0x22, nil, 0},
	F64Load:                        {0, 0x2b, []Type{I32}, F64},
	I32Load8Unsigned:               {0, 0x2d, []Type{I32}, I32},
	F64Store:                       {0, 0x39, []Type{I32, F64}, 0},
	I32Const:                       {0, 0x41, nil, I32},
	I64Const:                       {0, 0x42, nil, I64},
	F64Const:                       {0, 0x44, nil, F64},
	I32EqualZero:                   {0, 0x45, []Type{I32}, I32},
	I32LessUnsigned:                {0, 0x49, []Type{I32, I32}, I32},
	I64LessUnsigned:                {0, 0x54, []Type{I64, I64}, I32},
	I64GreaterSigned:               {0, 0x55, []Type{I64, I64}, I32},
	F64Equal:                       {0, 0x61, []Type{F64, F64}, I32},
	F64NotEqual:                    {0, 0x62, []Type{F64, F64}, I32},
	F64Less:                        {0, 0x63, []Type{F64, F64}, I32},
	F64Greater:                     {0, 0x64, []Type{F64, F64}, I32},
	F64GreaterOrEqual:              {0, 0x66, []Type{F64, F64}, I32},
	I32Add:                         {0, 0x6a, []Type{I32, I32}, I32},
	I32Subtract:                    {0, 0x6b, []Type{I32, I32}, I32},
	I32Multiply:                    {0, 0x6c, []Type{I32, I32}, I32},
	I32And:                         {0, 0x71, []Type{I32, I32}, I32},
	I32Or:                          {0, 0x72, []Type{I32, I32}, I32},
	I32ShiftLeft:                   {0, 0x74, []Type{I32, I32}, I32},
	I64Add:                         {0, 0x7c, []Type{I64, I64}, I64},
	I64Subtract:                    {0, 0x7d, []Type{I64, I64}, I64},
	I64And:                         {0, 0x83, []Type{I64, I64}, I64},
	I64Or:                          {0, 0x84, []Type{I64, I64}, I64},
	I64ShiftLeft:                   {0, 0x86, []Type{I64, I64}, I64},
	I64ShiftRightSigned:            {0, 0x87, []Type{I64, I64}, I64},
	I64ShiftRightUnsigned:          {0, 0x88, []Type{I64, I64}, I64},
	F64Absolute:                    {0, 0x99, []Type{F64}, F64},
	F64Floor:                       {0, 0x9c, []Type{F64}, F64},
	F64Add:                         {0, 0xa0, []Type{F64, F64}, F64},
	F64Subtract:                    {0, 0xa1, []Type{F64, F64}, F64},
	F64Multiply:                    {0, 0xa2, []Type{F64, F64}, F64},
	I32WrapI64:                     {0, 0xa7, []Type{I64}, I32},
	I64ExtendI32Signed:             {0, 0xac, []Type{I32}, I64},
	I64ExtendI32Unsigned:           {0, 0xad, []Type{I32}, I64},
	F64ConvertI32Signed:            {0, 0xb7, []Type{I32}, F64},
	F64ConvertI64Signed:            {0, 0xb9, []Type{I64}, F64},
	I64ReinterpretF64:              {0, 0xbd, []Type{F64}, I64},
	F64ReinterpretI64:              {0, 0xbf, []Type{I64}, F64},
	I32TruncateF64Signed:           {saturating, 0x02, []Type{F64}, I32},
	I64TruncateF64Unsigned:         {saturating, 0x07, []Type{F64}, I64},
	V128Load:                       {vector, 0x00, []Type{I32}, V128},
	V128Load64Splat:                {vector, 0x0a, []Type{I32}, V128},
	V128Store:                      {vector, 0x0b, []Type{I32, V128}, 0},
	V128Const:                      {vector, 0x0c, nil, V128},
	I8x16Shuffle:                   {vector, 0x0d, []Type{V128, V128}, V128},
	I32x4Splat:                     {vector, 0x11, []Type{I32}, V128},
	I64x2Splat:                     {vector, 0x12, []Type{I64}, V128},
	F64x2Splat:                     {vector, 0x14, []Type{F64}, V128},
	I32x4ExtractLane:               {vector, 0x1b, []Type{V128}, I32},
	F64x2ExtractLane:               {vector, 0x21, []Type{V128}, F64},
	F64x2ReplaceLane:               {vector, 0x22, []Type{V128, F64}, V128},
	F64x2Equal:                     {vector, 0x47, []Type{V128, V128}, V128},
	F64x2NotEqual:                  {vector, 0x48, []Type{V128, V128}, V128},
	F64x2Less:                      {vector, 0x49, []Type{V128, V128}, V128},
	F64x2Greater:                   {vector, 0x4a, []Type{V128, V128}, V128},
	F64x2LessOrEqual:               {vector, 0x4b, []Type{V128, V128}, V128},
	F64x2GreaterOrEqual:            {vector, 0x4c, []Type{V128, V128}, V128},
	V128Not:                        {vector, 0x4d, []Type{V128}, V128},
	V128And:                        {vector, 0x4e, []Type{V128, V128}, V128},
	V128AndNot:                     {vector, 0x4f, []Type{V128, V128}, V128},
	V128Or:                         {vector, 0x50, []Type{V128, V128}, V128},
	V128BitSelect:                  {vector, 0x52, []Type{V128, V128, V128}, V128},
	F64x2Ceiling:                   {vector, 0x74, []Type{V128}, V128},
	F64x2Floor:                     {vector, 0x75, []Type{V128}, V128},
	I32x4Multiply:                  {vector, 0xb5, []Type{V128, V128}, V128},
	I32x4MinimumUnsigned:           {vector, 0xb7, []Type{V128, V128}, V128},
	I64x2AllTrue:                   {vector, 0xc3, []Type{V128}, I32},
	I64x2ShiftLeft:                 {vector, 0xcb, []Type{V128, I32}, V128},
	I64x2ShiftRightSigned:          {vector, 0xcc, []Type{V128, I32}, V128},
	I64x2ShiftRightUnsigned:        {vector, 0xcd, []Type{V128, I32}, V128},
	I64x2Add:                       {vector, 0xce, []Type{V128, V128}, V128},
	I64x2Subtract:                  {vector, 0xd1, []Type{V128, V128}, V128},
	F64x2Absolute:                  {vector, 0xec, []Type{V128}, V128},
	F64x2Negate:                    {vector, 0xed, []Type{V128}, V128},
	F64x2Add:                       {vector, 0xf0, []Type{V128, V128}, V128},
	F64x2Subtract:                  {vector, 0xf1, []Type{V128, V128}, V128},
	F64x2Multiply:                  {vector, 0xf2, []Type{V128, V128}, V128},
	F64x2Divide:                    {vector, 0xf3, []Type{V128, V128}, V128},
	F64x2PseudoMinimum:             {vector, 0xf6, []Type{V128, V128}, V128},
	F64x2PseudoMaximum:             {vector, 0xf7, []Type{V128, V128}, V128},
	I32x4TruncateF64x2UnsignedZero: {vector, 0xfd, []Type{V128}, V128},
	F64x2ConvertLowI32x4Signed:     {vector, 0xfe, []Type{V128}, V128},
}
