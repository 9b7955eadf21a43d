#include "hub/signature.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <array>
#include <memory>

namespace canter {
namespace {

constexpr std::size_t kSignatureBytes = 64;
constexpr std::size_t kBase64Bytes = 88;

template <auto kFree>
struct Free {
  void operator()(auto* object) const { kFree(object); }
};
using Bio = std::unique_ptr<BIO, Free<BIO_free>>;
using PublicKey = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Context = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;

PublicKey read_key(const std::string& pem) {
  const Bio bio(BIO_new_mem_buf(pem.data(), int(pem.size())));
  PublicKey key(bio ? PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr) : nullptr);
  if (key && EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519) key.reset();
  return key;
}

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Result<void> check_signature(std::string_view text, std::string_view signature,
                             const std::string& public_key, const std::string& where) {
  const PublicKey key = read_key(public_key);
  if (!key)
    return fail(ErrorKind::kBadFile, "the key that " + where +
                                         " has to be signed with is damaged; install Canter again");
  while (signature.ends_with('\n') || signature.ends_with('\r')) signature.remove_suffix(1);
  // A decoder that fills with zeros what is padding.
  std::array<unsigned char, kBase64Bytes / 4 * 3> decoded{};
  const bool sound =
      signature.size() == kBase64Bytes && signature.ends_with("==") &&
      EVP_DecodeBlock(decoded.data(), bytes(signature), int(kBase64Bytes)) == int(decoded.size());
  const Context context(EVP_MD_CTX_new());
  if (!sound || !context ||
      EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
      EVP_DigestVerify(context.get(), decoded.data(), kSignatureBytes, bytes(text), text.size()) !=
          1)
    return fail(ErrorKind::kBadFile, where +
                                         " is not signed by the makers of Canter, so it is not "
                                         "used; the one from before stays");
  return {};
}

}  // namespace canter
