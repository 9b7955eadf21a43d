#include "math/font.h"

namespace canter::ui::math {

const Font* math_font() {
  return nullptr;
}

}  // namespace canter::ui::math
