#include "tensor/attention.h"

#include <algorithm>
#include <limits>
#include <new>

#include "tensor/divide_up.h"

namespace canter {
namespace {

using kernels::kKeyBlock;
using kernels::kQueryRows;

/// Rows are taken in slabs, and the chunks of a slab in waves, so that what their queries gather
/// stays below these counts of numbers.
constexpr std::size_t kSlabNumbers = 1 << 18;
constexpr std::size_t kWaveNumbers = 1 << 20;
/// Room for a chunk and a block; no multiple of a page, which would put the same place of all
/// queries into one set of the first-level cache.
constexpr std::size_t kScoreStride = kAttentionChunk + kKeyBlock;
/// Tiles of queries that go over a chunk one after another, while it is in the thread's cache.
constexpr std::size_t kTilesTogether = 16;
constexpr std::size_t kTasksPerThread = 4;
constexpr std::size_t kMergedTogether = 64;

std::size_t round_up(std::size_t a, std::size_t b) {
  return divide_up(a, b) * b;
}

/// Slabs are of about the same size; `per_row`: numbers that the queries of a row gather.
std::size_t rows_of_slab(std::size_t rows, std::size_t per_row) {
  if (rows == 0) return 0;
  return divide_up(rows, divide_up(rows, std::max<std::size_t>(1, kSlabNumbers / per_row)));
}

std::size_t chunks_of_wave(std::size_t numbers, std::size_t chunks) {
  return std::clamp<std::size_t>(kWaveNumbers / numbers, 1, chunks);
}

}  // namespace

/// Some rows that run together. Queries are counted [key/value head][row][head of the group], and
/// cut into tiles of kQueryRows within a key/value head.
struct Attention::Slab {
  const AttentionWork* work;
  std::size_t first_row;
  std::size_t rows;
  std::size_t group;
  std::size_t prefix_chunks;
  std::size_t first_chunk;  ///< of the paths
  std::size_t chunks;       ///< of the prefix and the paths
  bool shaped;              ///< scores are, before they are weighed
  float scale;              ///< what is left of it then

  std::size_t queries_per_head() const { return rows * group; }
  std::size_t queries() const { return work->cache->heads() * queries_per_head(); }
  std::size_t tiles() const { return divide_up(queries_per_head(), kQueryRows); }
  /// `query` counted among all.
  std::size_t query_head(std::size_t query) const {
    return query / queries_per_head() * group + query % group;
  }
  const RowView& view(std::size_t query) const { return work->rows[first_row + query / group]; }
  /// Where the query and its result lie among all.
  std::size_t offset(std::size_t head, std::size_t query) const {
    return ((first_row + query / group) * work->heads + head * group + query % group) *
           work->cache->head_width();
  }
};

/// Up to kQueryRows queries over one chunk.
struct Attention::Tile {
  /// What a query sees of the chunk, counted in it: the places [first, context), whose slots lie in
  /// a row, then the places [context, end) with the slots `further`.
  struct Query {
    std::size_t first = 0;
    std::size_t context = 0;
    std::span<const int> further;

    std::size_t end() const { return context + further.size(); }
    bool sees_any() const { return first < end(); }
  };

  const KeyValues* source;
  std::size_t head;
  std::size_t first_query;
  std::size_t start;   ///< place of the chunk
  std::size_t offset;  ///< what place and slot differ by
  bool in_prefix;
  std::size_t count = 0;
  Query queries[kQueryRows];

  const std::byte* keys(std::size_t place) const { return source->key_block(head, place - offset); }
  const std::byte* value(std::size_t place) const { return source->value(head, place - offset); }
};

Attention::Attention(ThreadPool& pool, const kernels::Kernels& set)
    : pool_(&pool), kernels_(&set.attention), scratch_(pool.threads()) {}

std::size_t Attention::scratch_bytes(std::size_t rows, std::size_t context, std::size_t heads,
                                     std::size_t head_width, int threads) {
  const std::size_t width = round_up(head_width, kKeyBlock);
  const std::size_t queries = rows_of_slab(rows, heads * width) * heads;
  const std::size_t chunks = divide_up(std::max<std::size_t>(context, 1), kAttentionChunk);
  const std::size_t gathered = 1 + chunks_of_wave(queries * width, chunks);
  const std::size_t own = kQueryRows * (head_width + kScoreStride + kKeyBlock);
  return gathered * queries * (width * sizeof(float) + sizeof(kernels::Mixture)) +
         std::size_t(threads) * own * sizeof(float);
}

Result<void> Attention::run(const AttentionWork& work) {
  const StageClock::Scope scope(clock_, Stage::kAttention);
  const std::size_t heads = work.cache->heads();
  const std::size_t slab_rows =
      rows_of_slab(work.rows.size(), work.heads * work.cache->value_width());
  const bool shaped = work.score_cap > 0 || work.slopes;
  try {
    for (std::size_t row = 0; row < work.rows.size(); row += slab_rows) {
      Slab slab{.work = &work,
                .first_row = row,
                .rows = std::min(slab_rows, work.rows.size() - row),
                .group = work.heads / heads,
                .prefix_chunks = 0,
                .first_chunk = 0,
                .chunks = 0,
                .shaped = shaped,
                .scale = shaped ? 1.0f : work.scale};
      std::size_t first = std::numeric_limits<std::size_t>::max(), longest = 0;
      for (const RowView& view : work.rows.subspan(row, slab.rows)) {
        first = std::min<std::size_t>(first, view.first);
        longest = std::max(longest, view.context + view.further.size());
        if (view.prefix) slab.prefix_chunks = divide_up(work.prefix_slots, kAttentionChunk);
      }
      slab.first_chunk = first / kAttentionChunk;
      slab.chunks = slab.prefix_chunks + divide_up(longest, kAttentionChunk) - slab.first_chunk;
      run_slab(slab);
    }
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::kTooLarge, "no memory for attention; close other programs");
  }
  return {};
}

void Attention::Gathered::resize(std::size_t queries, std::size_t width) {
  sums.resize(std::max(sums.size(), queries * width));
  mixtures.resize(std::max(mixtures.size(), queries));
  for (std::size_t q = 0; q < queries; ++q)
    mixtures[q] = {sums.data() + q * width, -std::numeric_limits<float>::infinity(), 0};
}

/// Nothing is gathered yet but the sinks: keys without a value.
void Attention::begin(const Slab& slab) {
  const std::size_t width = slab.work->cache->value_width();
  whole_.resize(slab.queries(), width);
  std::fill_n(whole_.sums.begin(), slab.queries() * width, 0.0f);
  if (!slab.work->sinks) return;
  for (std::size_t q = 0; q < slab.queries(); ++q) {
    whole_.mixtures[q].largest = slab.work->sinks[slab.query_head(q)] / slab.scale;
    whole_.mixtures[q].total = 1;
  }
}

void Attention::run_slab(const Slab& slab) {
  const std::size_t width = slab.work->cache->value_width();
  const std::size_t heads = slab.work->cache->heads();
  const std::size_t queries = slab.queries();
  const std::size_t wave = chunks_of_wave(queries * width, slab.chunks);
  for (Scratch& scratch : scratch_) {
    scratch.queries.resize(slab.work->cache->head_width() * kQueryRows);
    scratch.scores.resize(kQueryRows * kScoreStride);
    scratch.block.resize(kQueryRows * kKeyBlock);
  }
  begin(slab);
  for (std::size_t first = 0; first < slab.chunks; first += wave) {
    const std::size_t chunks = std::min(wave, slab.chunks - first);
    parts_.resize(chunks * queries, width);
    const std::size_t together = std::clamp<std::size_t>(
        heads * chunks * slab.tiles() / (kTasksPerThread * std::size_t(pool_->threads())), 1,
        kTilesTogether);
    const std::size_t groups = divide_up(slab.tiles(), together);
    pool_->for_each(heads * chunks * groups, [&](std::size_t task, int thread) {
      const std::size_t head = task / (chunks * groups);
      const std::size_t chunk = task / groups % chunks;
      const std::size_t begin = task % groups * together;
      kernels::Mixture* results =
          parts_.mixtures.data() + chunk * queries + head * slab.queries_per_head();
      for (std::size_t tile = begin; tile < std::min(begin + together, slab.tiles()); ++tile)
        gather(slab, head, tile, first + chunk, results + tile * kQueryRows, scratch_[thread]);
    });
    const bool last = first + chunks == slab.chunks;
    pool_->for_each(divide_up(queries, kMergedTogether), [&](std::size_t task, int) {
      const std::size_t begin = task * kMergedTogether;
      for (std::size_t q = begin; q < std::min(begin + kMergedTogether, queries); ++q) {
        for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
          const kernels::Mixture& part = parts_.mixtures[chunk * queries + q];
          if (part.total != 0) kernels_->merge(part, slab.scale, width, whole_.mixtures[q]);
        }
        if (last) finish(slab, q);
      }
    });
  }
}

void Attention::gather(const Slab& slab, std::size_t head, std::size_t tile_number,
                       std::size_t chunk, kernels::Mixture* results, Scratch& scratch) const {
  const AttentionWork& work = *slab.work;
  const bool in_prefix = chunk < slab.prefix_chunks;
  const std::size_t number = in_prefix ? chunk : chunk - slab.prefix_chunks + slab.first_chunk;
  Tile tile{.source = in_prefix ? work.prefix : work.cache,
            .head = head,
            .first_query = tile_number * kQueryRows,
            .start = number * kAttentionChunk,
            .offset = in_prefix ? 0 : std::size_t(work.slot_offset),
            .in_prefix = in_prefix,
            .count = std::min(kQueryRows, slab.queries_per_head() - tile_number * kQueryRows),
            .queries = {}};
  bool any = false;
  for (std::size_t q = 0; q < tile.count; ++q) {
    const RowView& view = slab.view(tile.first_query + q);
    Tile::Query& query = tile.queries[q];
    const auto clip = [&](std::size_t place) {
      return std::clamp(place, tile.start, tile.start + kAttentionChunk) - tile.start;
    };
    if (in_prefix) {
      query.context = view.prefix ? clip(work.prefix_slots) : 0;
    } else {
      const std::size_t context = view.context;
      query.first = clip(view.first);
      query.context = std::max(clip(context), query.first);
      const std::size_t end = clip(context + view.further.size());
      if (end > query.context)
        query.further =
            view.further.subspan(tile.start + query.context - context, end - query.context);
    }
    any = any || query.sees_any();
  }
  if (!any) return;
  score(slab, tile, scratch);
  if (slab.shaped) shape(slab, tile, scratch);
  for (std::size_t q = 0; q < tile.count; ++q)
    if (const Tile::Query& query = tile.queries[q]; query.sees_any())
      kernels_->weigh(scratch.scores.data() + q * kScoreStride, query.first, query.end(),
                      slab.scale, &results[q].largest, &results[q].total);
  mix(slab, tile, results, scratch);
}

void Attention::score(const Slab& slab, const Tile& tile, Scratch& scratch) const {
  const std::size_t width = tile.source->head_width();
  std::size_t first = kAttentionChunk, context = 0;
  for (std::size_t q = 0; q < tile.count; ++q) {
    const float* query = slab.work->queries + slab.offset(tile.head, tile.first_query + q);
    for (std::size_t i = 0; i < width; ++i) scratch.queries[i * kQueryRows + q] = query[i];
    if (tile.queries[q].first == tile.queries[q].context) continue;
    first = std::min(first, tile.queries[q].first / kKeyBlock * kKeyBlock);
    context = std::max(context, tile.queries[q].context);
  }
  if (first < context)
    kernels_->score({.stored = tile.source->stored(),
                     .queries = scratch.queries.data(),
                     .query_count = tile.count,
                     .keys = tile.keys(tile.start + first),
                     .blocks = divide_up(context - first, kKeyBlock),
                     .head_width = width,
                     .scores = scratch.scores.data() + first,
                     .score_stride = kScoreStride});
  score_further(tile, scratch);
}

/// Scores of the blocks in which any query sees a further slot, put where the slot's turn is.
void Attention::score_further(const Tile& tile, Scratch& scratch) const {
  int next = 0;
  for (;;) {
    int first = std::numeric_limits<int>::max();
    for (std::size_t q = 0; q < tile.count; ++q)
      for (const int slot : tile.queries[q].further)
        if (slot >= next) first = std::min(first, slot);
    if (first == std::numeric_limits<int>::max()) return;
    const int begin = first / int(kKeyBlock) * int(kKeyBlock);
    next = begin + int(kKeyBlock);
    kernels_->score({.stored = tile.source->stored(),
                     .queries = scratch.queries.data(),
                     .query_count = tile.count,
                     .keys = tile.keys(begin),
                     .blocks = 1,
                     .head_width = tile.source->head_width(),
                     .scores = scratch.block.data(),
                     .score_stride = kKeyBlock});
    for (std::size_t q = 0; q < tile.count; ++q) {
      const Tile::Query& query = tile.queries[q];
      for (std::size_t i = 0; i < query.further.size(); ++i)
        if (query.further[i] >= begin && query.further[i] < next)
          scratch.scores[q * kScoreStride + query.context + i] =
              scratch.block[q * kKeyBlock + query.further[i] - begin];
    }
  }
}

void Attention::shape(const Slab& slab, const Tile& tile, Scratch& scratch) const {
  const AttentionWork& work = *slab.work;
  for (std::size_t q = 0; q < tile.count; ++q) {
    const Tile::Query& query = tile.queries[q];
    if (!query.sees_any()) continue;
    kernels::ScoreShape shape{.scale = work.scale, .cap = work.score_cap};
    if (work.slopes) {
      const RowView& view = slab.view(tile.first_query + q);
      const int before = tile.in_prefix ? work.prefix_slots : 0;
      shape.slope = work.slopes[tile.head * slab.group + (tile.first_query + q) % slab.group];
      shape.origin = float(before + view.context + int(view.further.size()) - 1 - int(tile.start));
    }
    kernels_->shape(scratch.scores.data() + q * kScoreStride, query.first, query.end(), shape);
  }
}

void Attention::mix(const Slab& slab, const Tile& tile, kernels::Mixture* results,
                    Scratch& scratch) const {
  const std::size_t width = tile.source->value_width();
  std::fill_n(results[0].sums, tile.count * width, 0.0f);
  // Values of `count` slots from that of `place` on, whose weights start at `index`, for some
  // queries.
  const auto add = [&](std::size_t first, std::size_t queries, std::size_t index, std::size_t place,
                       std::size_t count) {
    kernels_->mix({.stored = tile.source->stored(),
                   .weights = scratch.scores.data() + first * kScoreStride + index,
                   .weight_stride = kScoreStride,
                   .query_count = queries,
                   .values = tile.value(place),
                   .count = count,
                   .width = width,
                   .sums = results[first].sums,
                   .sum_stride = width});
  };
  // What all see, [first, last), is added for all at once, after what comes before it for some.
  std::size_t first = 0, last = kAttentionChunk;
  for (const Tile::Query& query : std::span(tile.queries, tile.count)) {
    first = std::max(first, query.first);
    last = std::min(last, query.context);
  }
  last = std::max(first, last);
  const auto for_each_row = [&](const auto& use) {
    for (std::size_t q = 0; q < tile.count;) {
      const std::size_t in_row = slab.group - (tile.first_query + q) % slab.group;
      const std::size_t queries = std::min(in_row, tile.count - q);
      use(q, queries, tile.queries[q]);
      q += queries;
    }
  };
  const auto add_context = [&](std::size_t q, std::size_t queries, std::size_t from,
                               std::size_t to) {
    if (from < to) add(q, queries, from, tile.start + from, to - from);
  };
  for_each_row([&](std::size_t q, std::size_t queries, const Tile::Query& query) {
    add_context(q, queries, query.first, std::min(first, query.context));
  });
  add_context(0, tile.count, first, last);
  for_each_row([&](std::size_t q, std::size_t queries, const Tile::Query& query) {
    add_context(q, queries, last, query.context);
    for (std::size_t i = 0; i < query.further.size(); ++i)
      add(q, queries, query.context + i, query.further[i], 1);
  });
}

void Attention::finish(const Slab& slab, std::size_t query) const {
  const kernels::Mixture& mixture = whole_.mixtures[query];
  float* out = slab.work->out +
               slab.offset(query / slab.queries_per_head(), query % slab.queries_per_head());
  for (std::size_t i = 0; i < slab.work->cache->head_width(); ++i)
    out[i] = mixture.sums[i] / mixture.total;
}

}  // namespace canter
