// Steps of the states that layers keep, and convolutions over the last rows.
//
// A state's columns do not know each other: each is a chain of its own over the state's height, in
// a few sums that do not wait for each other, so neither the tile a column falls into nor its lane
// matters.

constexpr std::size_t kStateSums = kLanes == 16 ? 4 : kLanes == 8 ? 2 : 1;

/// `count` vectors of columns.
template <std::size_t count>
struct WholeVectors {
  static constexpr std::size_t kCount = count;

  Floats get(const float* source, std::size_t v) const { return load<Floats>(source + v * kLanes); }
  void put(float* destination, std::size_t v, Floats numbers) const {
    store(destination + v * kLanes, numbers);
  }
};

/// Fewer columns than a vector has lanes.
struct PartVector {
  static constexpr std::size_t kCount = 1;
  std::size_t columns;

  Floats get(const float* source, std::size_t) const {
    Floats numbers{};
    __builtin_memcpy(&numbers, source, columns * sizeof(float));
    return numbers;
  }
  void put(float* destination, std::size_t, Floats numbers) const {
    __builtin_memcpy(destination, &numbers, columns * sizeof(float));
  }
};

template <std::size_t count>
inline void fold_sums(Floats (&sums)[kStateSums][count]) {
  for (std::size_t half = kStateSums / 2; half > 0; half /= 2)
    for (std::size_t k = 0; k < half; ++k)
      for (std::size_t v = 0; v < count; ++v) sums[k][v] += sums[k + half][v];
}

/// Calls use(i, k) for i < height, where k is the sum that row i goes to.
template <typename Use>
inline void over_height(std::size_t height, const Use& use) {
  std::size_t i = 0;
  for (; i + kStateSums <= height; i += kStateSums)
    for (std::size_t k = 0; k < kStateSums; ++k) use(i + k, k);
  for (; i < height; ++i) use(i, 0);
}

/// S' from S and what is added; sums of S' times the query if `gives`. The step is a copy, which
/// writing S' surely leaves as it is.
template <bool gives, typename Vectors>
inline void update(const StateStep step, const Vectors& part, std::size_t first, Floats decay,
                   const Floats (&added)[Vectors::kCount],
                   Floats (&sums)[kStateSums][Vectors::kCount]) {
  over_height(step.height, [&](std::size_t i, std::size_t k) {
    const Floats key = splat(step.key[i]);
    for (std::size_t v = 0; v < Vectors::kCount; ++v) {
      const Floats old = part.get(step.from + i * step.from_stride + first, v);
      const Floats state = fused(key, added[v], old * decay);
      part.put(step.to + i * step.to_stride + first, v, state);
      if constexpr (gives) sums[k][v] = fused(state, splat(step.query[i]), sums[k][v]);
    }
  });
}

template <bool corrects, typename Vectors>
inline void step_columns(const StateStep& step, const Vectors& part, std::size_t first) {
  constexpr std::size_t count = Vectors::kCount;
  const Floats decay = exponential(splat(step.log_decay));
  Floats values[count], added[count];
  for (std::size_t v = 0; v < count; ++v) values[v] = part.get(step.value + first, v);
  if constexpr (corrects) {
    Floats known[kStateSums][count] = {};
    over_height(step.height, [&](std::size_t i, std::size_t k) {
      const Floats key = splat(step.key[i]);
      for (std::size_t v = 0; v < count; ++v)
        known[k][v] =
            fused(part.get(step.from + i * step.from_stride + first, v), key, known[k][v]);
    });
    fold_sums(known);
    for (std::size_t v = 0; v < count; ++v)
      added[v] = (values[v] - decay * known[0][v]) * step.rate;
  } else {
    for (std::size_t v = 0; v < count; ++v) added[v] = values[v] * step.rate;
  }

  Floats sums[kStateSums][count] = {};
  if (!step.out) return update<false>(step, part, first, decay, added, sums);
  update<true>(step, part, first, decay, added, sums);
  fold_sums(sums);
  for (std::size_t v = 0; v < count; ++v) {
    if constexpr (!corrects) sums[0][v] = fused(values[v], splat(step.skip), sums[0][v]);
    part.put(step.out + first, v, sums[0][v]);
  }
}

template <bool corrects>
inline void step_state(const StateStep& step) {
  constexpr std::size_t tile = kStateColumns / kLanes;
  if (step.columns == kStateColumns) return step_columns<corrects>(step, WholeVectors<tile>{}, 0);
  std::size_t first = 0;
  for (; first + kLanes <= step.columns; first += kLanes)
    step_columns<corrects>(step, WholeVectors<1>{}, first);
  if (first < step.columns) step_columns<corrects>(step, PartVector{step.columns - first}, first);
}

void correct(const StateStep& step) {
  step_state<true>(step);
}

void scan(const StateStep& step) {
  step_state<false>(step);
}

template <typename Vectors>
inline void convolve_channels(const ConvolutionRow& row, const Vectors& part, std::size_t first) {
  Floats sum{};
  if (row.bias) sum = part.get(row.bias + first, 0);
  for (std::size_t t = 0; t < row.taps; ++t)
    sum = fused(part.get(row.weights + t * row.weight_stride + first, 0),
                part.get(row.inputs[t] + row.first + first, 0), sum);
  part.put(row.out + first, 0, row.silu ? silu(sum) : sum);
}

void convolve(const ConvolutionRow& row) {
  std::size_t first = 0;
  for (; first + kLanes <= row.count; first += kLanes)
    convolve_channels(row, WholeVectors<1>{}, first);
  if (first < row.count) convolve_channels(row, PartVector{row.count - first}, first);
}

constexpr RecurrentKernels kRecurrent = {correct, scan, convolve};
