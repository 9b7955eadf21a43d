#include "decode/draft/draft_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "decode/draft/tree_shape.h"

namespace canter {
namespace {

using testing::ElementsAre;

TEST(DraftTree, gives_each_row_its_path_and_each_mask_its_group) {
  DraftTree tree(7);
  const int a = tree.add(0, 8), b = tree.add(0, 9), c = tree.add(a, 10);
  tree.set_masks(b, 2);
  tree.set_masks(c, 1);
  EXPECT_EQ(tree.rows(), 7);
  EXPECT_EQ(tree.child(0, 9), b);
  EXPECT_EQ(tree.child(a, 9), -1);

  const float masks[4] = {};
  TreeRows rows;
  rows.lay_out(tree, 20, masks, 2);
  const auto inputs = rows.inputs();
  ASSERT_EQ(inputs.size(), 7u);
  EXPECT_THAT(inputs[0].ancestors, ElementsAre());
  EXPECT_THAT(inputs[c].ancestors, ElementsAre(0, a));
  EXPECT_EQ(inputs[c].token, 10);
  EXPECT_EQ(inputs[c].position, 22);
  EXPECT_FALSE(inputs[c].prefix);
  EXPECT_THAT(rows.mask_rows(b), ElementsAre(4, 5));
  EXPECT_THAT(rows.mask_rows(c), ElementsAre(6));
  EXPECT_THAT(rows.mask_rows(a), ElementsAre());
  EXPECT_THAT(inputs[5].ancestors, ElementsAre(0, b, 4));
  EXPECT_EQ(inputs[5].position, 23);
  EXPECT_EQ(inputs[5].embedding, masks + 2);
  EXPECT_TRUE(inputs[5].prefix);
  EXPECT_THAT(inputs[6].ancestors, ElementsAre(0, a, c));
  EXPECT_EQ(inputs[6].position, 23);
}

TEST(TreeShape, is_read_from_its_name_or_its_widths) {
  EXPECT_TRUE(parse_tree_shape("adaptive", 3)->adaptive());
  EXPECT_EQ(parse_tree_shape("paper", 3)->widths, (std::vector<int>{5, 4, 3}));
  EXPECT_EQ(parse_tree_shape("chain", 3)->widths, (std::vector<int>{1, 1, 1}));
  EXPECT_EQ(parse_tree_shape("8,2", 3)->widths, (std::vector<int>{8, 2}));
}

TEST(TreeShape, that_makes_no_sense_is_refused) {
  for (const char* text : {"", "0", "-1", "5,", ",5", "5;4", "wide", "1e3", "99999999999"}) {
    const auto shape = parse_tree_shape(text, 3);
    ASSERT_FALSE(shape) << text;
    EXPECT_EQ(shape.error().kind, ErrorKind::kUsage);
  }
  EXPECT_FALSE(parse_tree_shape("40", 3)) << "more rows than a pass is worth";
  EXPECT_FALSE(parse_tree_shape("1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1", 1));
}

}  // namespace
}  // namespace canter
