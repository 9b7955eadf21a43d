#include "format/message.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace canter {
namespace {

TEST(Message, puts_a_name_in_quotes) {
  EXPECT_EQ(in_quotes("blk.0"), "\"blk.0\"");
}

TEST(Message, stays_one_line_of_valid_text_whatever_the_name_is) {
  EXPECT_EQ(in_quotes("a\nb\x1b[31m\x7f\u009b"), "\"a?b?[31m??\"");
  EXPECT_EQ(in_quotes("a\xff"), "\"a\ufffd\"");
}

TEST(Message, shortens_a_long_name_between_characters) {
  std::string name;
  for (int i = 0; i < 1000; ++i) name += "€";
  const std::string result = in_quotes(name);
  EXPECT_LT(result.size(), 200u);
  EXPECT_TRUE(is_valid_utf8(result));
  EXPECT_EQ(result.find("\ufffd"), std::string::npos);
  EXPECT_TRUE(result.ends_with("€…\""));
}

TEST(Message, writes_a_shape_as_a_list) {
  EXPECT_EQ(shape_text({}), "[]");
  EXPECT_EQ(shape_text({32, 4096}), "[32, 4096]");
}

TEST(Message, names_a_file_without_its_folders) {
  EXPECT_EQ(file_name_in_quotes("/some/where/model.gguf"), "\"model.gguf\"");
  EXPECT_EQ(file_name_in_quotes("some/folder/"), "\"folder\"");
}

}  // namespace
}  // namespace canter
