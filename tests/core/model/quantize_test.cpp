#include <gtest/gtest.h>

#include <algorithm>

#include "model/forward/forward.h"
#include "model/model.h"
#include "support/reference_results.h"
#include "support/require.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

/// Share of all next tokens of the reference answers that the model still puts first.
double agreement(const Model& model) {
  ThreadPool pool(2);
  Forward forward(model, pool);
  int agreed = 0, all = 0;
  for (const auto& c : test::reference_cases("starter")) {
    std::vector<TokenId> tokens = c.tokens;
    tokens.insert(tokens.end(), c.greedy.begin(), c.greedy.end());
    auto cache = KvCache::create(model.plan(), int(tokens.size())).value();
    std::vector<float> logits((c.greedy.size() + 1) * model.plan().vocabulary);
    test::require(forward.run(tokens, cache, int(c.greedy.size()) + 1, logits.data()));
    for (std::size_t i = 0; i < c.greedy.size(); ++i, ++all) {
      const auto row = logits.begin() + std::ptrdiff_t(i * model.plan().vocabulary);
      agreed += std::max_element(row, row + model.plan().vocabulary) - row == c.greedy[i];
    }
  }
  return double(agreed) / all;
}

TEST(Quantize, keeps_the_answers_as_far_as_the_format_allows) {
  const test::TemporaryDirectory folder;
  struct Case {
    FileType type;
    double least;
  };
  for (const auto& [type, least] :
       {Case{TensorType::kF32, 1}, Case{TensorType::kF16, 0.995}, Case{TensorType::kBF16, 0.98},
        Case{TensorType::kQ8_0, 0.98}, Case{TensorType::kQ6_K, 0.95},
        Case{{TensorType::kQ5_K, true}, 0.9}, Case{{TensorType::kQ4_K, true}, 0.8},
        Case{TensorType::kIQ4_XS, 0.75}, Case{TensorType::kMXFP4, 0.6},
        Case{TensorType::kQ4_0, 0.7}}) {
    const auto path = folder.path() / "out.gguf";
    const auto written = quantize_model(test::starter_gguf(), path, type);
    ASSERT_TRUE(written) << written.error().message;
    EXPECT_EQ(*written, std::filesystem::file_size(path));
    const auto model = Model::open(path);
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_GE(agreement(*model), least) << file_type_name(type);
    EXPECT_TRUE(model->summary().weight_types.contains(std::string(tensor_type_name(type.type))));
  }
}

TEST(Quantize, keeps_the_fingerprint_so_that_an_adapter_serves_all_formats) {
  const test::TemporaryDirectory folder;
  const auto path = folder.path() / "out.gguf";
  quantize_model(test::starter_gguf(), path, TensorType::kQ4_0).value();
  const auto original = summarise_model(test::starter_gguf()).value();
  EXPECT_EQ(original.fingerprint.size(), 32u);
  EXPECT_EQ(summarise_model(path)->fingerprint, original.fingerprint);
}

TEST(Quantize, makes_of_a_safetensors_folder_what_its_gguf_file_is) {
  const test::TemporaryDirectory folder;
  const auto path = folder.path() / "out.gguf";
  quantize_model(test::starter_folder(), path, TensorType::kF32).value();
  const auto made = Model::open(path).value();
  const auto original = Model::open(test::starter_gguf()).value();
  EXPECT_EQ(made.summary().fingerprint, original.summary().fingerprint);
  EXPECT_EQ(made.summary().chat_template, original.summary().chat_template);
  const auto c = test::reference_cases("starter").front();
  EXPECT_EQ(made.tokenizer().encode("Hello <|user|> \xe4\xbd\xa0").value(),
            original.tokenizer().encode("Hello <|user|> \xe4\xbd\xa0").value());
  const auto& memory = original.weights().memory;
  ASSERT_EQ(made.weights().memory.size(), memory.size());
  EXPECT_TRUE(
      std::equal(memory.data(), memory.data() + memory.size(), made.weights().memory.data()));
}

TEST(Quantize, keeps_half_precision_where_rows_are_no_multiple_of_the_block) {
  const test::TemporaryDirectory folder;
  test::TinyModel shape;
  shape.feed_forward = 100;
  test::write_tiny_model(folder.path() / "in.gguf", shape);
  quantize_model(folder.path() / "in.gguf", folder.path() / "out.gguf", TensorType::kQ8_0).value();
  const auto types = summarise_model(folder.path() / "out.gguf")->weight_types;
  EXPECT_EQ(types.at("F16"), 2u) << "ffn_down of both layers";
  EXPECT_TRUE(Model::open(folder.path() / "out.gguf"));
}

TEST(Quantize, leaves_nothing_behind_when_it_is_interrupted) {
  const test::TemporaryDirectory folder;
  test::write_tiny_model(folder.path() / "in.gguf");
  const auto stopped = quantize_model(folder.path() / "in.gguf", folder.path() / "out.gguf",
                                      TensorType::kF16, [](double p) { return p < 0.5; });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().kind, ErrorKind::kInterrupted);
  const auto files = std::filesystem::directory_iterator(folder.path());
  EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST(Quantize, reports_progress_and_refuses_formats_it_cannot_write) {
  const test::TemporaryDirectory folder;
  test::write_tiny_model(folder.path() / "in.gguf");
  std::vector<double> progress;
  quantize_model(folder.path() / "in.gguf", folder.path() / "out.gguf", TensorType::kF16,
                 [&](double p) {
                   progress.push_back(p);
                   return true;
                 })
      .value();
  EXPECT_GT(progress.size(), 10u);
  EXPECT_TRUE(std::is_sorted(progress.begin(), progress.end()));
  const auto refused =
      quantize_model(folder.path() / "in.gguf", folder.path() / "no.gguf", TensorType::kQ3_K);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kUsage);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "no.gguf"));
}

TEST(Quantize, refuses_a_model_with_numbers_that_no_block_holds) {
  const test::TemporaryDirectory folder;
  test::TinyModel shape;
  static std::vector<float> numbers(64 * 64);
  numbers[7] = std::numeric_limits<float>::infinity();
  shape.change = [](GgufContent& content) {
    for (TensorEntry& tensor : content.tensors)
      if (tensor.name == "blk.0.attn_q.weight") tensor.bytes = std::as_bytes(std::span(numbers));
  };
  test::write_tiny_model(folder.path() / "in.gguf", shape);
  const auto refused =
      quantize_model(folder.path() / "in.gguf", folder.path() / "out.gguf", TensorType::kQ4_0);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kBadFile);
  EXPECT_NE(refused.error().message.find("blk.0.attn_q.weight"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "out.gguf"));
}

}  // namespace
}  // namespace canter
