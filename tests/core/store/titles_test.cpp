#include "base/utf8.h"
#include "core/store/store_support.h"

namespace canter::test {
namespace {

class Titles : public StoreTest {
 protected:
  std::string title_after(std::string_view text) {
    Store store = open();
    const auto id = value_of(store.create_conversation()).id;
    value_of(store.add_turn(id, {}, text, "m"));
    return value_of(store.conversation(id)).title;
  }
};

std::size_t characters(const std::string& text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST_F(Titles, are_the_first_line_with_its_white_space_collapsed) {
  EXPECT_EQ(title_after("  Book\ta   table \r\nfor two"), "Book a table");
}

TEST_F(Titles, skip_blank_lines) {
  EXPECT_EQ(title_after("\n \t\n\nHello\n"), "Hello");
}

TEST_F(Titles, of_48_characters_stay_whole) {
  const std::string text = repeated("é", 48);
  EXPECT_EQ(title_after(text), text);
}

TEST_F(Titles, that_are_longer_are_cut_between_characters) {
  for (const char* character : {"a", "é", "語", "🙂"}) {
    const std::string title = title_after(repeated(character, 49));
    EXPECT_EQ(title, repeated(character, 47) + "…");
    EXPECT_EQ(characters(title), 48u);
    EXPECT_TRUE(is_valid_utf8(title));
  }
}

TEST_F(Titles, do_not_end_with_a_space_before_the_ellipsis) {
  EXPECT_EQ(title_after(repeated("a", 46) + " " + repeated("b", 20)), repeated("a", 46) + "…");
}

TEST_F(Titles, wait_for_a_text_that_says_something) {
  Store store = open();
  const auto id = value_of(store.create_conversation()).id;
  value_of(store.add_message(said(id, {}, MessageRole::kSystem, "Be brief.")));
  EXPECT_EQ(value_of(store.conversation(id)).title, "");
  const Message blank = value_of(store.add_message(said(id, {}, MessageRole::kUser, " \n ")));
  EXPECT_EQ(value_of(store.conversation(id)).title, "");
  value_of(store.add_turn(id, blank.id, "Now then", "m"));
  EXPECT_EQ(value_of(store.conversation(id)).title, "Now then");
  value_of(store.add_turn(id, {}, "And more", "m"));
  EXPECT_EQ(value_of(store.conversation(id)).title, "Now then");
}

}  // namespace
}  // namespace canter::test
