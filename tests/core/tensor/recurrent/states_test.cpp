// What all operations that keep a state promise (tensor/recurrent/row_walk.h).

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "core/tensor/recurrent/layers.h"
#include "support/kernel_sets.h"

namespace canter {
namespace {

using test::Layer;
using Numbers = std::vector<float>;
using Tokens = std::vector<Numbers>;

/// Shapes with whole tiles, single vectors, and a rest.
std::vector<Layer> layers() {
  return {test::convolution_layer(300, 4, true, true), test::convolution_layer(37, 3, false, false),
          test::convolution_layer(5, 1, false, false), test::delta_layer(21, 85),
          test::scan_layer(51, 10)};
}

Tokens random_tokens(const Layer& layer, std::mt19937& random, std::size_t count) {
  Tokens tokens(count);
  for (Numbers& token : tokens) token = layer.token(random);
  return tokens;
}

/// A layer with its state, as a sequence has it.
class Sequence {
 public:
  Sequence(const Layer& layer, const kernels::Kernels& set, int threads = 1)
      : layer_(layer), pool_(threads), workspace_(pool_, set), state_(layer.state_numbers) {}

  Numbers pass(const RowWalk& walk, const Tokens& rows, float* end_state = nullptr) {
    Numbers out(rows.size() * layer_.out_width);
    run(walk, rows, out.data(), end_state);
    return out;
  }

  void advance(const std::vector<int>& path, const Tokens& rows) {
    run(RowWalk::along(path), rows, nullptr, state_.data());
  }

  /// Reads a prompt `chunk` rows a pass, swapping states.
  Numbers read(const Tokens& tokens, std::size_t chunk) {
    Numbers all;
    for (std::size_t first = 0; first < tokens.size(); first += chunk) {
      const std::size_t last = std::min(first + chunk, tokens.size());
      std::vector<int> parents(last - first);
      std::iota(parents.begin(), parents.end(), -1);
      Numbers end(state_.size());
      const Numbers out =
          pass(RowWalk::through(parents),
               {tokens.begin() + long(first), tokens.begin() + long(last)}, end.data());
      all.insert(all.end(), out.begin(), out.end());
      state_.swap(end);
    }
    return all;
  }

  const Numbers& state() const { return state_; }

 private:
  void run(const RowWalk& walk, const Tokens& rows, float* out, float* end_state) {
    Numbers inputs;
    for (const Numbers& row : rows) inputs.insert(inputs.end(), row.begin(), row.end());
    Layer::Pass pass{&walk, {}, state_.data(), out, end_state};
    std::size_t at = 0;
    for (const std::size_t width : layer_.input_widths) {
      pass.inputs.push_back({inputs.data() + at, rows[0].size()});
      at += width;
    }
    layer_.run(pass, workspace_);
  }

  const Layer& layer_;
  ThreadPool pool_;
  StateWorkspace workspace_;
  Numbers state_;
};

template <typename Use>
void with_every_layer_and_set(const Use& use) {
  for (const Layer& layer : layers())
    for (const kernels::Kernels* set : test::supported_sets()) {
      SCOPED_TRACE(layer.name + " " + set->name);
      use(layer, *set);
    }
}

std::vector<int> path_to(const std::vector<int>& parents, int row) {
  std::vector<int> path;
  for (; row >= 0; row = parents[std::size_t(row)]) path.insert(path.begin(), row);
  return path;
}

Tokens chosen(const Tokens& tokens, const std::vector<int>& rows) {
  Tokens result;
  for (const int row : rows) result.push_back(tokens[std::size_t(row)]);
  return result;
}

std::vector<int> random_tree(std::mt19937& random, int rows) {
  std::vector<int> parents;
  for (int r = 0; r < rows; ++r)
    parents.push_back(std::uniform_int_distribution<int>(std::max(-1, r - 6), r - 1)(random));
  return parents;
}

TEST(States, a_prompt_gives_the_same_bits_however_it_is_cut_and_by_any_number_of_threads) {
  with_every_layer_and_set([](const Layer& layer, const kernels::Kernels& set) {
    std::mt19937 random(1);
    const Tokens tokens = random_tokens(layer, random, 130);
    Sequence one_by_one(layer, set);
    const Numbers expected = one_by_one.read(tokens, 1);
    for (const std::size_t chunk : {2, 7, 64, 130}) {
      for (const int threads : {1, 3}) {
        Sequence sequence(layer, set, threads);
        EXPECT_EQ(sequence.read(tokens, chunk), expected) << chunk << ' ' << threads;
        EXPECT_EQ(sequence.state(), one_by_one.state()) << chunk << ' ' << threads;
      }
    }
  });
}

TEST(States, a_row_of_a_tree_gets_what_it_would_get_at_the_end_of_its_chain) {
  with_every_layer_and_set([](const Layer& layer, const kernels::Kernels& set) {
    std::mt19937 random(2);
    const Tokens before = random_tokens(layer, random, 9);
    for (int tree = 0; tree < 4; ++tree) {
      const std::vector<int> parents = random_tree(random, 25);
      const Tokens rows = random_tokens(layer, random, parents.size());
      Sequence sequence(layer, set, 3);
      sequence.read(before, 9);
      const Numbers kept = sequence.state();
      const Numbers out = sequence.pass(RowWalk::through(parents), rows);
      EXPECT_EQ(sequence.state(), kept);
      for (int r = 0; r < int(parents.size()); ++r) {
        Sequence plain(layer, set);
        plain.read(before, 9);
        const Numbers chain = plain.read(chosen(rows, path_to(parents, r)), 3);
        const auto row = out.begin() + long(std::size_t(r) * layer.out_width);
        EXPECT_TRUE(std::equal(chain.end() - long(layer.out_width), chain.end(), row)) << r;
      }
    }
  });
}

TEST(States, advancing_along_an_accepted_path_equals_reading_its_rows) {
  with_every_layer_and_set([](const Layer& layer, const kernels::Kernels& set) {
    std::mt19937 random(3);
    const Tokens before = random_tokens(layer, random, 5);
    const Tokens after = random_tokens(layer, random, 5);
    const std::vector<int> parents = random_tree(random, 25);
    const Tokens rows = random_tokens(layer, random, parents.size());
    for (int r = 0; r < int(parents.size()); ++r) {
      const std::vector<int> path = path_to(parents, r);
      Sequence sequence(layer, set, 3), plain(layer, set);
      sequence.read(before, 5);
      plain.read(before, 5);
      sequence.pass(RowWalk::through(parents), rows);
      sequence.advance(path, rows);
      plain.read(chosen(rows, path), 1);
      EXPECT_EQ(sequence.state(), plain.state()) << r;
      EXPECT_EQ(sequence.read(after, 5), plain.read(after, 2)) << r;
    }
  });
}

TEST(States, advancing_by_no_row_changes_nothing) {
  with_every_layer_and_set([](const Layer& layer, const kernels::Kernels& set) {
    std::mt19937 random(4);
    const Tokens tokens = random_tokens(layer, random, 5);
    Sequence sequence(layer, set);
    sequence.read(tokens, 5);
    const Numbers kept = sequence.state();
    sequence.advance({}, tokens);
    EXPECT_EQ(sequence.state(), kept);
  });
}

TEST(States, a_number_that_is_none_stays_in_its_branch) {
  with_every_layer_and_set([](const Layer& layer, const kernels::Kernels& set) {
    std::mt19937 random(5);
    const std::vector<int> parents = {-1, 0, 1, 0, 3, -1};
    Tokens rows = random_tokens(layer, random, parents.size());
    Sequence sequence(layer, set);
    const Numbers before = sequence.pass(RowWalk::through(parents), rows);
    std::fill(rows[1].begin(), rows[1].end(), NAN);
    const Numbers after = sequence.pass(RowWalk::through(parents), rows);
    for (const std::size_t row : {0, 3, 4, 5})
      for (std::size_t i = row * layer.out_width; i < (row + 1) * layer.out_width; ++i)
        ASSERT_EQ(after[i], before[i]) << row;
    for (std::size_t i = layer.out_width; i < 2 * layer.out_width; ++i)
      ASSERT_TRUE(std::isnan(after[i]));
  });
}

}  // namespace
}  // namespace canter
