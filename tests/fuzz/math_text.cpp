// LaTeX shown as text; what comes out is not far longer than what went in.

#include "math/math_text.h"

#include "input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto length = static_cast<qsizetype>(size);
  const QString text =
      canter::ui::math_text(QString::fromUtf8(reinterpret_cast<const char*>(data), length));
  canter::fuzz::require(text.size() <= 64 * (length + 1), "a formula does not swell");
  return 0;
}
