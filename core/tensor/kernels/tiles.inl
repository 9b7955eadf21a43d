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

/// Every block is worked off in so many parts, and fetches as it goes: a burst of all its lines
/// would have to wait for free slots.
constexpr int kParts = 8;

/// GCC 12 takes a function that does nothing but prefetch for one without effect, and drops the
/// calls that it has not inlined by then.
template <std::size_t block_bytes, int part>
[[gnu::always_inline]] inline void fetch_part(const std::byte* ahead) {
  constexpr std::size_t lines = (block_bytes + kCacheLine - 1) / kCacheLine;
  if (ahead == nullptr) return;
#pragma GCC unroll 16
  for (std::size_t line = lines * part / kParts; line < lines * (part + 1) / kParts; ++line)
    __builtin_prefetch(ahead + line * kCacheLine, 0, Fetching<block_bytes>::kLocality);
}

/// Calls use.operator()<part>() for every part.
template <int part = 0, typename Use>
inline void in_parts(const Use& use) {
  use.template operator()<part>();
  if constexpr (part + 1 < kParts) in_parts<part + 1>(use);
}

template <int rows>
inline void load_sums(const float* source, Floats (&sums)[rows][kVectors]) {
#pragma GCC unroll 16
  for (int r = 0; r < rows; ++r)
#pragma GCC unroll 8
    for (int v = 0; v < kVectors; ++v) sums[r][v] = load<Floats>(source + r * kPanel + v * kLanes);
}

template <int rows>
inline void store_sums(const Floats (&sums)[rows][kVectors], float* destination) {
#pragma GCC unroll 16
  for (int r = 0; r < rows; ++r)
#pragma GCC unroll 8
    for (int v = 0; v < kVectors; ++v) store(destination + r * kPanel + v * kLanes, sums[r][v]);
}

/// Calls tile.operator()<rows>().
template <int most, typename Tile>
inline void run_tile(int rows, const Stretch& stretch, std::size_t row, const Tile& tile) {
  if constexpr (most > 1)
    if (rows < most) return run_tile<most - 1>(rows, stretch, row, tile);
  tile.template operator()<most>(stretch, row);
}

template <std::size_t block_bytes, int most, typename Tile>
void multiply_in_tiles(const PanelProduct& work, const Tile& tile) {
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
      run_tile<most>(int(end - row), {first, last, t, tiles, distance, work.weights_end}, row,
                     tile);
      row = end;
    }
  }
}
