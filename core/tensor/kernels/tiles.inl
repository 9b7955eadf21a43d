// How one panel times many rows is cut: into tiles of rows whose sums stay in registers, and into
// stretches of blocks that stay in the first-level cache while all tiles read them. Memory and
// arithmetic overlap: each tile fetches its share of the stretch that comes next.
//
// Cutting changes no result: a tile goes on with the sums that the stretch before has left.

constexpr int kVectors = kPanel / kLanes;
constexpr std::size_t kCacheLine = 64;
constexpr std::size_t kStretchBytes = 16 * 1024;
/// How far ahead a single tile fetches.
constexpr std::size_t kFetchDistance = 8 * 1024;

struct Stretch {
  std::size_t first, last;  ///< blocks
  std::size_t fetch_distance;
  std::size_t fetch_first, fetch_last;  ///< cache lines of each block
  const std::byte* fetch_end;

  void prefetch(const std::byte* block) const {
    const std::byte* const ahead = block + fetch_distance;
    if (ahead >= fetch_end) return;
    for (std::size_t line = fetch_first; line < fetch_last; ++line)
      __builtin_prefetch(ahead + line * kCacheLine);
  }
};

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

template <int most, typename Tile>
void multiply_in_tiles(const PanelProduct& work, std::size_t block_bytes, const Tile& tile) {
  const std::size_t rows = work.activations->rows;
  const std::size_t blocks = work.activations->blocks;
  const std::size_t tiles = (rows + most - 1) / most;
  const std::size_t lines = (block_bytes + kCacheLine - 1) / kCacheLine;
  const std::size_t stretch_blocks =
      tiles == 1 ? blocks : (kStretchBytes / block_bytes + 7) / 8 * 8;
  for (std::size_t i = 0; i < rows * kPanel; ++i) work.sums[i] = 0;
  for (std::size_t first = 0; first < blocks; first += stretch_blocks) {
    const std::size_t last = first + stretch_blocks < blocks ? first + stretch_blocks : blocks;
    const std::size_t distance = tiles == 1 ? kFetchDistance : stretch_blocks * block_bytes;
    std::size_t row = 0;
    for (std::size_t t = 0; t < tiles; ++t) {
      const std::size_t end = rows * (t + 1) / tiles;
      const Stretch stretch{
          first, last, distance, lines * t / tiles, lines * (t + 1) / tiles, work.weights_end};
      run_tile<most>(int(end - row), stretch, row, tile);
      row = end;
    }
  }
}
