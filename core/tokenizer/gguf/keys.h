#pragma once

#include <string>
#include <string_view>

namespace canter::gguf_key {

inline const std::string kPrefix = "tokenizer.ggml.";
inline const std::string kChatTemplate = "tokenizer.chat_template";
/// The whole of a tokenizer.json, for what the other keys cannot say.
inline const std::string kHuggingFaceJson = "tokenizer.huggingface.json";

}  // namespace canter::gguf_key
