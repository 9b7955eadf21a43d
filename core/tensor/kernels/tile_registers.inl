// The tile registers of AMX, by number. A tile is as large as the configuration says.

/// What LDTILECFG reads: of every tile the rows and the bytes of a row.
struct alignas(64) TileShapes {
  std::uint8_t palette = 1;
  std::uint8_t start_row = 0;
  std::uint8_t reserved[14] = {};
  std::uint16_t row_bytes[16] = {};
  std::uint8_t rows[16] = {};

  constexpr void set(int tile, std::size_t tile_rows, std::size_t bytes) {
    rows[tile] = std::uint8_t(tile_rows);
    row_bytes[tile] = std::uint16_t(bytes);
  }
};

/// Tiles have these shapes while it lives; afterwards the thread has no tiles, so the system need
/// not keep any for it.
class TileUse {
 public:
  explicit TileUse(const TileShapes& shapes) { asm volatile("ldtilecfg %0" ::"m"(shapes)); }
  ~TileUse() { asm volatile("tilerelease"); }
  TileUse(const TileUse&) = delete;
  TileUse& operator=(const TileUse&) = delete;
};

template <int tile>
inline void clear_tile() {
  asm volatile("tilezero %%tmm%c0" ::"i"(tile));
}
/// Row r lies at source + r * stride.
template <int tile>
inline void load_tile(const void* source, std::size_t stride) {
  asm volatile("tileloadd (%0,%1,1), %%tmm%c2" ::"r"(source), "r"(stride), "i"(tile) : "memory");
}
template <int tile>
inline void store_tile(void* destination, std::size_t stride) {
  asm volatile("tilestored %%tmm%c2, (%0,%1,1)" ::"r"(destination), "r"(stride), "i"(tile)
               : "memory");
}
/// sums += signed bytes of `rows` times signed bytes of `outputs`, four for each lane.
template <int sums, int rows, int outputs>
inline void multiply_byte_tiles() {
  asm volatile("tdpbssd %%tmm%c2, %%tmm%c1, %%tmm%c0" ::"i"(sums), "i"(rows), "i"(outputs));
}
/// sums += pairs of bfloat16: first the pairs of a row are summed, evens and odds apart.
template <int sums, int rows, int outputs>
inline void multiply_bfloat16_tiles() {
  asm volatile("tdpbf16ps %%tmm%c2, %%tmm%c1, %%tmm%c0" ::"i"(sums), "i"(rows), "i"(outputs));
}
