// How one panel times many rows is cut: into tiles of rows whose sums stay in registers, and into
// stretches of blocks that stay in a cache while all tiles read them. Memory and arithmetic
// overlap: the tiles fetch what comes next as they go. Measured (tests/bench/product_bench):
// formats of eight bits and more are best fetched far ahead into the second-level cache, smaller
// ones, which take more arithmetic for each byte, into the first.
//
// Cutting changes no result: a tile goes on with the sums that the stretch before has left.

constexpr int kVectors = kPanel / kLanes;
constexpr std::size_t kCacheLine = 64;

template <std::size_t block_bytes>
struct Fetching {
  static constexpr bool kFar = block_bytes >= kBlock * kPanel;
  static constexpr std::size_t kStretchBlocks = (kFar ? 32 : 8) * 1024 / block_bytes + 1;
  /// How far ahead a single tile fetches.
  static constexpr std::size_t kDistance = (kFar ? 16 : 8) * 1024;
  static constexpr int kLocality = kFar ? 2 : 3;
};

/// Blocks [first, last) of a panel, for one of several tiles.
struct Stretch {
  std::size_t first, last;
  std::size_t tile, tiles;
  std::size_t fetch_distance;
  const std::byte* fetch_end;

  /// What block `b`, which begins at `block`, has to fetch: the tiles take turns.
  const std::byte* fetch_for(std::size_t b, const std::byte* block) const {
    const std::byte* const ahead = block + fetch_distance;
    return b % tiles == tile && ahead < fetch_end ? ahead : nullptr;
  }
};

/// Every block is worked off in parts, and fetches as it goes: a burst of all its lines would have
/// to wait for free slots. This fetches part `part` of `parts`.
///
/// GCC 12 takes a function that does nothing but prefetch for one without effect, and drops the
/// calls that it has not inlined by then.
template <std::size_t block_bytes, int parts>
[[gnu::always_inline]] inline void fetch_part(const std::byte* ahead, int part) {
  constexpr std::size_t lines = (block_bytes + kCacheLine - 1) / kCacheLine;
  if (ahead == nullptr) return;
  for (std::size_t line = lines * part / parts; line < lines * (part + 1) / parts; ++line)
    __builtin_prefetch(ahead + line * kCacheLine, 0, Fetching<block_bytes>::kLocality);
}

/// Calls tile(stretch, row, rows) for every tile of up to `most` rows.
template <std::size_t block_bytes, typename Tile>
void multiply_in_tiles(const PanelProduct& work, std::size_t most, const Tile& tile) {
  using Plan = Fetching<block_bytes>;
  const std::size_t rows = work.activations->rows;
  const std::size_t blocks = work.activations->blocks;
  const std::size_t tiles = (rows + most - 1) / most;
  const std::size_t step = tiles == 1 ? blocks : Plan::kStretchBlocks;
  const std::size_t reach = step * block_bytes;
  const std::size_t distance = tiles == 1 || reach < Plan::kDistance ? Plan::kDistance : reach;
  for (std::size_t i = 0; i < rows * kPanel; ++i) work.sums[i] = 0;
  for (std::size_t first = 0; first < blocks; first += step) {
    const std::size_t last = first + step < blocks ? first + step : blocks;
    std::size_t row = 0;
    for (std::size_t t = 0; t < tiles; ++t) {
      const std::size_t end = rows * (t + 1) / tiles;
      tile(Stretch{first, last, t, tiles, distance, work.weights_end}, row, int(end - row));
      row = end;
    }
  }
}
