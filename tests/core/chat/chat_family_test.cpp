#include <gtest/gtest.h>

#include "chat/built_in_format.h"
#include "core/chat/published_templates.h"

namespace canter::test {
namespace {

TEST(ChatFamily, recognises_published_templates) {
  EXPECT_EQ(recognise_chat_family(published::kStarter), ChatFamily::kStarter);
  EXPECT_EQ(recognise_chat_family(published::kZephyr), ChatFamily::kZephyr);
  EXPECT_EQ(recognise_chat_family(published::kLlama2), ChatFamily::kLlama2);
  EXPECT_EQ(recognise_chat_family(published::kLlama3), ChatFamily::kLlama3);
  EXPECT_EQ(recognise_chat_family(published::kMistral1), ChatFamily::kMistral);
  EXPECT_EQ(recognise_chat_family(published::kMistral2), ChatFamily::kMistral);
  EXPECT_EQ(recognise_chat_family(published::kMistral3), ChatFamily::kMistralV3);
  EXPECT_EQ(recognise_chat_family(published::kGemma), ChatFamily::kGemma);
  EXPECT_EQ(recognise_chat_family(published::kPhi3), ChatFamily::kPhi3);
  EXPECT_EQ(recognise_chat_family(published::kQwen), ChatFamily::kChatML);
  EXPECT_EQ(recognise_chat_family(published::kVicuna), ChatFamily::kVicuna);
}

TEST(ChatFamily, tells_zephyr_from_the_starter_by_the_line_end_however_it_is_written) {
  EXPECT_EQ(
      recognise_chat_family(
          R"({% for message in messages %}{{ "<|" + message.role + "|>\n" + message.content + eos_token + "\n" }}{% endfor %})"),
      ChatFamily::kZephyr);
  EXPECT_EQ(recognise_chat_family(R"({{ '<|user|>' + message["content"] + '</s>' }})"),
            ChatFamily::kStarter);
}

TEST(ChatFamily, recognises_no_family_in_other_templates) {
  EXPECT_EQ(recognise_chat_family(""), std::nullopt);
  EXPECT_EQ(recognise_chat_family("{{ messages }}"), std::nullopt);
  // The user's turn has no end token.
  EXPECT_EQ(recognise_chat_family("{{ '<|user|>\n' + message['content'] + '\n' }}"), std::nullopt);
}

TEST(ChatFamily, has_a_name) {
  EXPECT_EQ(chat_family_name(ChatFamily::kStarter), "starter");
  EXPECT_EQ(chat_family_name(ChatFamily::kPhi3), "Phi-3");
}

}  // namespace
}  // namespace canter::test
