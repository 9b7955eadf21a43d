// Attention over keys and values: scores, weights, weighted sums.
//
// Every number depends on its query and on the keys and values in their order alone. A score is one
// chain of fused products over the head width in a lane of its own; an element of a weighted sum is
// one chain over the keys; so neither the tile a query falls into nor the lane matters.

/// Queries whose sums fill the registers: times two vectors, 16 of 32 or 8 of 16.
constexpr std::size_t kQueryTile = kLanes == 16 ? 8 : 4;
/// Vectors of keys, and values, that pass from the second-level cache to all queries at a time.
constexpr std::size_t kScoreStep = 4;
constexpr std::size_t kMixStep = 64;
/// How far ahead lines are fetched, into the second-level cache: without it, waiting for memory and
/// computing for eight queries add up. Blocks of keys end where pages end, and processors do not
/// look beyond by themselves.
constexpr std::size_t kAheadBlocks = 16;
constexpr std::size_t kAheadValues = 128;

struct AsFloats {
  static constexpr Stored kKind = Stored::kFloats;
  static constexpr std::size_t kBytes = 4;
  static Floats load_lanes(const std::byte* source) { return load<Floats>(source); }
};

struct AsHalves {
  static constexpr Stored kKind = Stored::kHalves;
  static constexpr std::size_t kBytes = 2;
  static Floats load_lanes(const std::byte* source) { return load_halves(source); }
};

struct AsBytes {
  static constexpr Stored kKind = Stored::kBytes;
  static constexpr std::size_t kBytes = 1;
  static Floats load_lanes(const std::byte* source) { return to_floats(load_signed_bytes(source)); }
};

template <typename As>
constexpr bool kScaled = As::kKind == Stored::kBytes;

/// Of the factors in front of `numbers` numbers.
template <typename As>
inline std::size_t factor_bytes(std::size_t numbers) {
  return stored_bytes(As::kKind, numbers) - numbers * As::kBytes;
}

template <std::size_t count>
struct Count {
  static constexpr std::size_t value = count;
  /// With few queries more vectors at a time hide the latency.
  static constexpr std::size_t vectors = count <= 2 ? 4 : 2;
};

/// Calls `use` with Count<count>, 1 <= count <= kQueryTile.
template <std::size_t largest = kQueryTile, typename Use>
inline void with_count(std::size_t count, const Use& use) {
  if constexpr (largest > 1) {
    if (count < largest) return with_count<largest - 1>(count, use);
  }
  use(Count<largest>{});
}

/// Scores of `vectors` vectors of keys from vector `first` on.
template <typename As, std::size_t queries, std::size_t vectors>
inline void score_tile(const ScoreWork& work, std::size_t first_query, std::size_t first) {
  constexpr std::size_t block_vectors = kKeyBlock / kLanes;
  constexpr std::size_t line = kKeyBlock * As::kBytes;
  const std::size_t width = work.head_width;
  const std::size_t block_bytes = kKeyBlock * stored_bytes(As::kKind, width);
  const std::size_t factors_bytes = kKeyBlock * factor_bytes<As>(width);
  const float* query = work.queries + first_query;
  const std::byte* factors[vectors];
  const std::byte* keys[vectors];
  for (std::size_t v = 0; v < vectors; ++v) {
    const std::size_t lane = (first + v) % block_vectors * kLanes;
    factors[v] = work.keys + (first + v) / block_vectors * block_bytes + lane * 2;
    keys[v] = work.keys + (first + v) / block_vectors * block_bytes + factors_bytes +
              lane * As::kBytes;
  }
  const std::size_t ahead = kAheadBlocks * block_bytes;
  const std::size_t group = kScaled<As> ? kByteGroup : width;
  Floats sums[queries][vectors] = {};
  for (std::size_t from = 0; from < width; from += group) {
    [[maybe_unused]] Floats factor[vectors];
    if constexpr (kScaled<As>)
      for (std::size_t v = 0; v < vectors; ++v)
        factor[v] = load_halves(factors[v] + from / kByteGroup * kKeyBlock * 2);
    const std::size_t to = from + group < width ? from + group : width;
    for (std::size_t i = from; i < to; ++i) {
      Floats key[vectors];
      for (std::size_t v = 0; v < vectors; ++v) {
        key[v] = As::load_lanes(keys[v] + i * line);
        if constexpr (kScaled<As>) key[v] *= factor[v];
        __builtin_prefetch(keys[v] + i * line + ahead, 0, 2);
      }
      for (std::size_t q = 0; q < queries; ++q) {
        const Floats number = splat(query[i * kQueryRows + q]);
        for (std::size_t v = 0; v < vectors; ++v) sums[q][v] = fused(key[v], number, sums[q][v]);
      }
    }
  }
  for (std::size_t q = 0; q < queries; ++q)
    for (std::size_t v = 0; v < vectors; ++v)
      store(work.scores + (first_query + q) * work.score_stride + (first + v) * kLanes, sums[q][v]);
}

template <typename As>
inline void score_stored(const ScoreWork& work) {
  const std::size_t all = work.blocks * (kKeyBlock / kLanes);
  for (std::size_t step = 0; step < all; step += kScoreStep) {
    const std::size_t end = step + kScoreStep < all ? step + kScoreStep : all;
    for (std::size_t q = 0; q < work.query_count; q += kQueryTile) {
      const std::size_t left = work.query_count - q;
      with_count(left < kQueryTile ? left : kQueryTile, [&]<typename Queries>(Queries) {
        std::size_t first = step;
        for (; first + Queries::vectors <= end; first += Queries::vectors)
          score_tile<As, Queries::value, Queries::vectors>(work, q, first);
        for (; first < end; ++first) score_tile<As, Queries::value, 1>(work, q, first);
      });
    }
  }
}

void score(const ScoreWork& work) {
  if (work.stored == Stored::kBytes)
    score_stored<AsBytes>(work);
  else if (work.stored == Stored::kHalves)
    score_stored<AsHalves>(work);
  else
    score_stored<AsFloats>(work);
}

/// Adds to `vectors` vectors of the sums from vector `first` on.
template <typename As, std::size_t queries, std::size_t vectors>
inline void mix_tile(const MixWork& work, std::size_t first_query, std::size_t first_value,
                     std::size_t count, std::size_t first) {
  const std::size_t value_bytes = stored_bytes(As::kKind, work.width);
  const std::byte* factors = work.values + first_value * value_bytes;
  const std::byte* values =
      factors + factor_bytes<As>(work.width) + first * kLanes * As::kBytes;
  const float* weights = work.weights + first_query * work.weight_stride + first_value;
  float* mixed = work.sums + first_query * work.sum_stride + first * kLanes;
  Floats sums[queries][vectors];
  for (std::size_t q = 0; q < queries; ++q)
    for (std::size_t v = 0; v < vectors; ++v)
      sums[q][v] = load<Floats>(mixed + q * work.sum_stride + v * kLanes);
  for (std::size_t j = 0; j < count; ++j) {
    Floats value[vectors];
    for (std::size_t v = 0; v < vectors; ++v) {
      const std::byte* place = values + j * value_bytes + v * kLanes * As::kBytes;
      value[v] = As::load_lanes(place);
      if constexpr (kScaled<As>) {
        const std::size_t group = (first + v) * kLanes / kByteGroup;
        value[v] *= load_halves(factors + j * value_bytes + group * 2)[0];
      }
      __builtin_prefetch(place + kAheadValues * value_bytes, 0, 2);
    }
    for (std::size_t q = 0; q < queries; ++q) {
      const Floats weight = splat(weights[q * work.weight_stride + j]);
      for (std::size_t v = 0; v < vectors; ++v) sums[q][v] = fused(value[v], weight, sums[q][v]);
    }
  }
  for (std::size_t q = 0; q < queries; ++q)
    for (std::size_t v = 0; v < vectors; ++v)
      store(mixed + q * work.sum_stride + v * kLanes, sums[q][v]);
}

template <typename As>
inline void mix_stored(const MixWork& work) {
  const std::size_t all = work.width / kLanes;
  for (std::size_t step = 0; step < work.count; step += kMixStep) {
    const std::size_t count = work.count - step < kMixStep ? work.count - step : kMixStep;
    for (std::size_t q = 0; q < work.query_count; q += kQueryTile) {
      const std::size_t left = work.query_count - q;
      with_count(left < kQueryTile ? left : kQueryTile, [&]<typename Queries>(Queries) {
        std::size_t first = 0;
        for (; first + Queries::vectors <= all; first += Queries::vectors)
          mix_tile<As, Queries::value, Queries::vectors>(work, q, step, count, first);
        for (; first < all; ++first)
          mix_tile<As, Queries::value, 1>(work, q, step, count, first);
      });
    }
  }
}

void mix(const MixWork& work) {
  if (work.stored == Stored::kBytes)
    mix_stored<AsBytes>(work);
  else if (work.stored == Stored::kHalves)
    mix_stored<AsHalves>(work);
  else
    mix_stored<AsFloats>(work);
}

/// The lanes hold numbers by their index mod 16, whatever the width of a vector; they are folded in
/// halves.
template <typename Fold>
inline float fold_lanes(const Floats (&vectors)[kKeyBlock / kLanes], const Fold& fold) {
  float lanes[kKeyBlock];
  store(lanes, vectors);
  for (std::size_t half = kKeyBlock / 2; half > 0; half /= 2)
    for (std::size_t i = 0; i < half; ++i) lanes[i] = fold(lanes[i], lanes[i + half]);
  return lanes[0];
}

/// Calls use(i, v) for every vector, the v-th of its block, in the blocks that hold [first, end).
template <typename Use>
inline void for_each_vector(std::size_t first, std::size_t end, const Use& use) {
  for (std::size_t i = first / kKeyBlock * kKeyBlock; i < end; i += kKeyBlock)
    for (std::size_t v = 0; v < kKeyBlock / kLanes; ++v) use(i + v * kLanes, v);
}

void shape(float* scores, std::size_t first, std::size_t end, const ScoreShape& shape) {
  constexpr float kIndexes[kKeyBlock] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  const float factor = shape.cap > 0 ? shape.scale / shape.cap : shape.scale;
  for_each_vector(first, end, [&](std::size_t i, std::size_t) {
    Floats score = load<Floats>(scores + i);
    score = shape.cap > 0 ? capped(score, factor, shape.cap) : score * factor;
    const Floats index = load<Floats>(kIndexes) + (static_cast<float>(i) - shape.origin);
    store(scores + i, fused(index, splat(shape.slope), score));
  });
}

void weigh(float* scores, std::size_t first, std::size_t end, float scale, float* largest,
           float* total) {
  for (std::size_t i = first / kKeyBlock * kKeyBlock; i < first; ++i) scores[i] = -__builtin_inff();
  for (std::size_t i = end; i % kKeyBlock != 0; ++i) scores[i] = -__builtin_inff();

  constexpr std::size_t vectors = kKeyBlock / kLanes;
  Floats highest[vectors];
  for (Floats& h : highest) h = splat(-__builtin_inff());
  for_each_vector(first, end, [&](std::size_t i, std::size_t v) {
    const Floats s = load<Floats>(scores + i);
    highest[v] = s > highest[v] ? s : highest[v];
  });
  *largest = fold_lanes(highest, [](float a, float b) { return a > b ? a : b; });

  Floats sums[vectors] = {};
  for_each_vector(first, end, [&](std::size_t i, std::size_t v) {
    const Floats weight = exponential((load<Floats>(scores + i) - *largest) * scale);
    store(scores + i, weight);
    sums[v] += weight;
  });
  *total = fold_lanes(sums, [](float a, float b) { return a + b; });
}

void merge(const Mixture& other, float scale, std::size_t width, Mixture& mixture) {
  const float largest = mixture.largest > other.largest ? mixture.largest : other.largest;
  const Floats keep = exponential(splat((mixture.largest - largest) * scale));
  const Floats take = exponential(splat((other.largest - largest) * scale));
  for (std::size_t i = 0; i < width; i += kLanes)
    store(mixture.sums + i,
          fused(load<Floats>(other.sums + i), take, load<Floats>(mixture.sums + i) * keep));
  mixture.total = mixture.total * keep[0] + other.total * take[0];
  mixture.largest = largest;
}

constexpr AttentionKernels kAttention = {score, shape, weigh, mix, merge};
