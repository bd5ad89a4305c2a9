// The elementary functions of engine/elementary for pairs of lanes, as engine/kernel/elementary.go writes them, for
// programs in C that kernels are measured against. The constants and where the tables stand come from the program.
#include <wasm_simd128.h>

typedef v128_t pair;
typedef unsigned char byte;
typedef long long whole;
typedef unsigned long long bits;

static inline bits bits_of(double x) { return __builtin_bit_cast(bits, x); }
static inline double number_of(bits x) { return __builtin_bit_cast(double, x); }
static inline pair splat(double x) { return wasm_f64x2_splat(x); }
static inline pair whole_pair(bits x) { return wasm_i64x2_splat((whole)x); }
#define ADD wasm_f64x2_add
#define SUB wasm_f64x2_sub
#define MUL wasm_f64x2_mul

// One number, also where its result is near the limits.

static double exp_of_sum(const byte *base, double x, double tail) {
  double shifted = x * INVERSE_LN2_TIMES_128 + ROUNDING_SHIFT;
  whole k = (whole)(bits_of(shifted) << 13) >> 13;
  double k_float = shifted - ROUNDING_SHIFT;
  double r = x - k_float * LN2_BY_128_HIGH - k_float * LN2_BY_128_LOW + tail;
  const bits *entry = (const bits *)(base + EXP_TABLE + ((k & 127) << 4));
  double r2 = r * r;
  double t = number_of(entry[1]) + r + r2 * (0.5 + r * (1.0 / 6)) + (r2 * r2) * (1.0 / 24 + r * (1.0 / 120));
  bits scale_bits = entry[0] + ((bits)(k >> 7) << 52);
  if (__builtin_fabs(x) < EXP_PLAIN) {
    double scale = number_of(scale_bits);
    return scale + scale * t;
  }
  if (k > 0) {
    double scale = number_of(scale_bits - (1009ull << 52));
    return 0x1p1009 * (scale + scale * t);
  }
  double scale = number_of(scale_bits + (1022ull << 52));
  double y = scale + scale * t;
  if (y < 1) {
    double low = scale - y + scale * t;
    double high = 1 + y;
    low = 1 - high + y + low;
    y = (high + low) - 1;
  }
  return 0x1p-1022 * y;
}

static double exp_of_one(const byte *base, double x) {
  if (x != x) return __builtin_nan("");
  if (x > EXP_OVERFLOW) return __builtin_inf();
  if (x < EXP_UNDERFLOW) return 0;
  return exp_of_sum(base, x, 0);
}

static double log_in_two_parts(const byte *base, bits x, double *tail) {
  bits offset = x - LOG_OFFSET;
  const double *entry = (const double *)(base + LOG_TABLE + ((offset >> 45 & 127) << 5));
  double k = (double)((whole)offset >> 52);
  bits z = x - (offset & (0xfffull << 52));
  double z_high = number_of((z + (1ull << 31)) & ~0xffffffffull), z_low = number_of(z) - z_high;
  double r_high = z_high * entry[0] - 1, r_low = z_low * entry[0], r = r_high + r_low;
  double sum1 = k * LN2_HIGH + entry[1], sum2 = sum1 + r;
  double half_high = -0.5 * r_high, square_high = r_high * half_high, sum3 = sum2 + square_high;
  double low1 = k * LN2_LOW + entry[2], low2 = sum1 - sum2 + r, low3 = r_high - r + r_low;
  double low4 = r_low * (-0.5 * r + half_high), low5 = sum2 - sum3 + square_high;
  double r2 = r * r;
  double p = (1.0 / 7 - r * (1.0 / 8)) + r2 * (1.0 / 9);
  p = (1.0 / 5 - r * (1.0 / 6)) + r2 * p;
  p = (1.0 / 3 - r * (1.0 / 4)) + r2 * p;
  double low = low1 + low2 + low3 + low4 + low5 + (r * r2) * p;
  double high = sum3 + low;
  *tail = sum3 - high + low;
  return high;
}

static bits normalised(bits x) { return x < 1ull << 52 ? bits_of(number_of(x) * 0x1p52) - (52ull << 52) : x; }

static double log_of_one(const byte *base, double x) {
  double tail;
  if (x == 0) return -__builtin_inf();
  if (!(x >= 0)) return __builtin_nan("");
  if (x == __builtin_inf()) return x;
  return log_in_two_parts(base, normalised(bits_of(x)), &tail);
}

static double limit(int over) { return over ? __builtin_inf() : 0; }

static double pow_of_one(const byte *base, double x, double y) {
  double size = __builtin_fabs(y), from = __builtin_fabs(x);
  if (y == 0 || x == 1) return 1;
  if (x != x || y != y) return __builtin_nan("");
  if (size == __builtin_inf()) return x == -1 ? 1 : limit((from > 1) == (y > 0));
  int is_whole = size >= 0x1p53 || __builtin_floor(size) == size;
  int is_odd = is_whole && size < 0x1p53 && (bits)size & 1;
  if (x == 0 || from == __builtin_inf()) {
    double end = limit((x != 0) == (y > 0));
    return is_odd && bits_of(x) >> 63 ? -end : end;
  }
  if (x < 0 && !is_whole) return __builtin_nan("");
  double sign = x < 0 && is_odd ? -1 : 1;
  if (size < 0x1p-65) return 1;
  if (size >= 0x1p63) return from == 1 ? 1 : limit((from > 1) == (y > 0));
  double log_tail, log_high = log_in_two_parts(base, normalised(bits_of(from)), &log_tail);
  double y_high = number_of(bits_of(y) & ~((1ull << 27) - 1)), y_low = y - y_high;
  double l_high = number_of(bits_of(log_high) & ~((1ull << 27) - 1)), l_low = log_high - l_high + log_tail;
  double high = y_high * l_high, low = y_low * l_high + y * l_low;
  if (high > EXP_OVERFLOW + 1) return sign * __builtin_inf();
  if (high < EXP_UNDERFLOW - 1) return sign * 0.0;
  return sign * exp_of_sum(base, high, low);
}

// A pair of lanes, without a branch but for what needs each lane by itself.

static inline pair exp_parts(const byte *base, pair x, pair tail) {
  pair shift = splat(ROUNDING_SHIFT);
  pair shifted = ADD(MUL(x, splat(INVERSE_LN2_TIMES_128)), shift);
  pair k = wasm_i64x2_shr(wasm_i64x2_shl(shifted, 13), 13);
  pair k_float = SUB(shifted, shift);
  pair r = SUB(SUB(x, MUL(k_float, splat(LN2_BY_128_HIGH))), MUL(k_float, splat(LN2_BY_128_LOW)));
  r = ADD(r, tail);
  pair first = wasm_v128_load(base + EXP_TABLE + ((wasm_i32x4_extract_lane(k, 0) & 127) << 4));
  pair second = wasm_v128_load(base + EXP_TABLE + ((wasm_i32x4_extract_lane(k, 2) & 127) << 4));
  pair r2 = MUL(r, r);
  pair t = ADD(wasm_i64x2_shuffle(first, second, 1, 3), r);
  t = ADD(t, MUL(r2, ADD(splat(0.5), MUL(r, splat(1.0 / 6)))));
  t = ADD(t, MUL(MUL(r2, r2), ADD(splat(1.0 / 24), MUL(r, splat(1.0 / 120)))));
  pair scale = wasm_i64x2_add(wasm_i64x2_shuffle(first, second, 0, 2), wasm_i64x2_shl(wasm_i64x2_shr(k, 7), 52));
  return ADD(scale, MUL(scale, t));
}

static inline int all(pair mask) { return wasm_i64x2_all_true(mask); }

#define EACH(call, x, y) wasm_f64x2_make(call(base, wasm_f64x2_extract_lane(x, 0) y(0)), call(base, wasm_f64x2_extract_lane(x, 1) y(1)))
#define NOTHING(lane)
#define EXPONENT(lane) , wasm_f64x2_extract_lane(y, lane)

static pair exp_of(const byte *base, pair x) {
  if (__builtin_expect(!all(wasm_f64x2_lt(wasm_f64x2_abs(x), splat(EXP_PLAIN))), 0)) return EACH(exp_of_one, x, NOTHING);
  return exp_parts(base, x, splat(0));
}

static inline pair is_plain_base(pair x) {
  return wasm_v128_and(wasm_f64x2_ge(x, splat(0x1p-1022)), wasm_f64x2_lt(x, splat(__builtin_inf())));
}

static inline pair log_parts(const byte *base, pair x, pair *low) {
  pair offset = wasm_i64x2_sub(x, whole_pair(LOG_OFFSET));
  pair index = wasm_u64x2_shr(offset, 45);
  const byte *entries[2] = {base + LOG_TABLE + ((wasm_i32x4_extract_lane(index, 0) & 127) << 5), base + LOG_TABLE + ((wasm_i32x4_extract_lane(index, 2) & 127) << 5)};
  pair first = wasm_v128_load(entries[0]), second = wasm_v128_load(entries[1]);
  pair inverse = wasm_i64x2_shuffle(first, second, 0, 2), log = wasm_i64x2_shuffle(first, second, 1, 3);
  pair log_tail = wasm_i64x2_shuffle(wasm_v128_load(entries[0] + 16), wasm_v128_load(entries[1] + 16), 0, 2);
  pair high_words = wasm_i64x2_shr(offset, 52);
  pair k = wasm_f64x2_convert_low_i32x4(wasm_i32x4_shuffle(high_words, high_words, 0, 2, 0, 2));
  pair z = wasm_i64x2_sub(x, wasm_v128_and(offset, whole_pair(0xfffull << 52)));
  pair z_high = wasm_v128_and(wasm_i64x2_add(z, whole_pair(1ull << 31)), whole_pair(~0xffffffffull));
  pair z_low = SUB(z, z_high);
  pair r_high = SUB(MUL(z_high, inverse), splat(1)), r_low = MUL(z_low, inverse), r = ADD(r_high, r_low);
  pair sum1 = ADD(MUL(k, splat(LN2_HIGH)), log), sum2 = ADD(sum1, r);
  pair half_high = MUL(splat(-0.5), r_high), square_high = MUL(r_high, half_high), sum3 = ADD(sum2, square_high);
  pair low1 = ADD(MUL(k, splat(LN2_LOW)), log_tail), low2 = ADD(SUB(sum1, sum2), r), low3 = ADD(SUB(r_high, r), r_low);
  pair low4 = MUL(r_low, ADD(MUL(splat(-0.5), r), half_high)), low5 = ADD(SUB(sum2, sum3), square_high);
  pair r2 = MUL(r, r);
#define TERM(of, next) SUB(splat(of), MUL(r, splat(next)))
  pair p = ADD(TERM(1.0 / 7, 1.0 / 8), MUL(r2, splat(1.0 / 9)));
  p = ADD(TERM(1.0 / 5, 1.0 / 6), MUL(r2, p));
  p = ADD(TERM(1.0 / 3, 1.0 / 4), MUL(r2, p));
  *low = ADD(ADD(ADD(ADD(ADD(low1, low2), low3), low4), low5), MUL(MUL(r, r2), p));
  return sum3;
}

static pair log_of(const byte *base, pair x) {
  if (__builtin_expect(!all(is_plain_base(x)), 0)) return EACH(log_of_one, x, NOTHING);
  pair low, sum = log_parts(base, x, &low);
  return ADD(sum, low);
}

static inline pair logs_of(const byte *base, pair x, pair *tail) {
  pair low, sum = log_parts(base, x, &low), high = ADD(sum, low);
  *tail = ADD(SUB(sum, high), low);
  return wasm_v128_or(high, wasm_v128_not(is_plain_base(x)));
}

static inline pair upper(pair x) { return wasm_v128_and(x, whole_pair(~((1ull << 27) - 1))); }

static pair pow_with_logs(const byte *base, pair x, pair y, pair log_high, pair log_tail) {
  pair y_high = upper(y), y_low = SUB(y, y_high), l_high = upper(log_high), l_low = ADD(SUB(log_high, l_high), log_tail);
  pair high = MUL(y_high, l_high), low = ADD(MUL(y_low, l_high), MUL(y, l_low));
  if (__builtin_expect(!all(wasm_f64x2_lt(wasm_f64x2_abs(high), splat(EXP_PLAIN))), 0)) return EACH(pow_of_one, x, EXPONENT);
  return exp_parts(base, high, low);
}

static pair pow_of(const byte *base, pair x, pair y) {
  pair tail, high = logs_of(base, x, &tail);
  return pow_with_logs(base, x, y, high, tail);
}
