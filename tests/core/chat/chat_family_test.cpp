#include <gtest/gtest.h>

#include "chat/built_in_format.h"
#include "core/chat/chat_support.h"

namespace canter::test {
namespace {

TEST(ChatFamily, is_named_however_the_name_is_written) {
  EXPECT_EQ(family_named("chatml"), ChatFamily::kChatML);
  EXPECT_EQ(family_named("Llama 3"), ChatFamily::kLlama3);
  EXPECT_EQ(family_named("llama-2"), ChatFamily::kLlama2);
  EXPECT_EQ(family_named("mistral_v3\n"), ChatFamily::kMistralV3);
  EXPECT_EQ(family_named("phi3"), ChatFamily::kPhi3);
  EXPECT_EQ(family_named("{{ chatml }}"), std::nullopt);
  EXPECT_EQ(family_named("chat"), std::nullopt);
  EXPECT_EQ(family_named(""), std::nullopt);
}

TEST(ChatFamily, follows_from_the_markers_of_the_vocabulary) {
  EXPECT_EQ(family_of(tokenizer_with("", {"<|im_start|>", "<|im_end|>"})), ChatFamily::kChatML);
  EXPECT_EQ(family_of(tokenizer_with("", {"<|start_header_id|>"})), ChatFamily::kLlama3);
  EXPECT_EQ(family_of(tokenizer_with("", {"<start_of_turn>"})), ChatFamily::kGemma);
  EXPECT_EQ(family_of(tokenizer_with("", {"[INST]"})), ChatFamily::kMistralV3);
  EXPECT_EQ(family_of(tokenizer_with("", {"<|user|>", "<|end|>"})), ChatFamily::kPhi3);
  EXPECT_EQ(family_of(tokenizer_with("", {"<|user|>"})), ChatFamily::kVicuna);
  EXPECT_EQ(family_of(tokenizer_with("")), ChatFamily::kVicuna);
}

TEST(ChatFamily, has_a_name) {
  EXPECT_EQ(chat_family_name(ChatFamily::kStarter), "starter");
  EXPECT_EQ(chat_family_name(ChatFamily::kPhi3), "Phi-3");
}

}  // namespace
}  // namespace canter::test
