#pragma once

namespace canter::test {

/// The largest relative error of one rounding to float32.
inline constexpr double kUnitRoundoff = 0x1p-24;

}  // namespace canter::test
