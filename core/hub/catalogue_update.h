#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "hub/catalogue.h"
#include "hub/http.h"

namespace canter {

/// The catalogue that counts: the one that was fetched last, if its signature is right and it is
/// newer than the program's own, else that.
struct KnownCatalogue {
  std::vector<CatalogueModel> models;
  std::string issued;    ///< `2026-11-29`
  bool fetched = false;  ///< it did not come with the program
};
Result<KnownCatalogue> known_catalogue();

/// Whether the program knows where a newer one is published, and the key of those who sign it:
/// packaging/README.md.
bool can_refresh_catalogue();

/// Fetches the catalogue with its signature from where whoever built the program publishes it, or
/// from `CANTER_CATALOGUE`, and keeps it in the data folder if it is signed by them, sound, and
/// newer than the one that counts. True: it counts from now on. kBadFile for one that is not to be
/// trusted; the one from before stays whatever fails.
Result<bool> refresh_catalogue(const HttpSettings& http);

}  // namespace canter
