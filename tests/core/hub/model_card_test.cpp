#include "hub/model_card.h"

#include <gtest/gtest.h>

namespace canter {
namespace {

TEST(ModelCard, loses_its_header) {
  EXPECT_EQ(card_text("---\nlicense: mit\n---\n\n# A model\n"), "# A model");
  EXPECT_EQ(card_text("\xef\xbb\xbf---\r\nlicense: mit\r\n---\r\nText\r\n"), "Text");
  EXPECT_EQ(card_text("# A\n---\nb\n---\nc"), "# A\n---\nb\n---\nc");
  EXPECT_EQ(card_text("---\nnever ends"), "---\nnever ends");
}

TEST(ModelCard, has_words_instead_of_pictures) {
  EXPECT_EQ(card_text("![a chart](https://example.org/a.png) of it"), "a chart of it");
  EXPECT_EQ(card_text("[![badge](https://x.org/b.svg)](https://x.org) on"),
            "[badge](https://x.org) on");
  EXPECT_EQ(card_text("![one](a(b)c) ![open](never"), "one ![open](never");
  EXPECT_EQ(
      card_text("<p align=\"center\">\n<img src=\"https://x.org/a.png\"/>\n</p>\n\nHello<br>you"),
      "Hello\nyou");
  EXPECT_EQ(card_text("a <!-- hidden\n --> b"), "a  b");
}

TEST(ModelCard, leaves_code_and_comparisons_alone) {
  EXPECT_EQ(card_text("```\n<img src=x> ![a](b)\n```"), "```\n<img src=x> ![a](b)\n```");
  EXPECT_EQ(card_text("1 < 2 and 3 > 2, <https://x.org>"), "1 < 2 and 3 > 2, <https://x.org>");
}

TEST(ModelCard, ends_after_some_pages_and_is_text) {
  std::string much;
  for (int i = 0; i < 5000; ++i) much += "ten bytes\n";
  const std::string text = card_text(much);
  EXPECT_LT(text.size(), 21'000u);
  EXPECT_TRUE(text.ends_with("ten bytes\n\n…"));
  EXPECT_EQ(card_text("a\n\n\n\n\nb\n\n"), "a\n\nb");
  EXPECT_EQ(card_text("\xff"), "\xef\xbf\xbd");
  EXPECT_EQ(card_text(""), "");
}

}  // namespace
}  // namespace canter
