#include "hub/sha256.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace canter {

struct Sha256::State {
  State() : context(EVP_MD_CTX_new()) { begin(); }
  ~State() { EVP_MD_CTX_free(context); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void begin() { sound = context && EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1; }

  EVP_MD_CTX* const context;
  bool sound = false;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(const void* data, std::size_t size) {
  state_->sound = state_->sound && EVP_DigestUpdate(state_->context, data, size) == 1;
}

std::string Sha256::take() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  const bool sound =
      state_->sound && EVP_DigestFinal_ex(state_->context, digest.data(), &size) == 1;
  state_->begin();
  if (!sound) return {};
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (unsigned i = 0; i < size; ++i) {
    text += kDigits[digest[i] >> 4];
    text += kDigits[digest[i] & 15];
  }
  return text;
}

bool is_sha256(const std::string& text) {
  return text.size() == 64 && std::ranges::all_of(text, [](char digit) {
           return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
         });
}

}  // namespace canter
