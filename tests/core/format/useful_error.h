#pragma once

#include <gtest/gtest.h>

#include "base/error.h"

namespace canter {

/// One line that says more than "bad file".
inline void expect_useful(const Error& error) {
  EXPECT_GT(error.message.size(), 20u);
  EXPECT_EQ(error.message.find('\n'), std::string::npos);
}

}  // namespace canter
