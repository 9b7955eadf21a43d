#include "model/model.h"
#include "model/memory_need.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstring>

#include <fstream>
#include <iterator>
#include <limits>

#include "format/safetensors.h"
#include "support/changed_gguf.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

using testing::HasSubstr;

class ModelTest : public testing::Test {
 protected:
  Result<Model> open(const std::function<void(GgufContent&)>& change, test::TinyModel shape = {}) {
    shape.change = change;
    test::write_tiny_model(path(), shape);
    return Model::open(path());
  }
  std::filesystem::path path() const { return folder_.path() / "tiny.gguf"; }

  static TensorEntry& tensor(GgufContent& content, const std::string& name) {
    return *std::ranges::find(content.tensors, name, &TensorEntry::name);
  }
  static void expect_error(const Result<Model>& model, ErrorKind kind, const std::string& says) {
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().kind, kind) << model.error().message;
    EXPECT_THAT(model.error().message, HasSubstr(says));
    EXPECT_THAT(model.error().message, testing::Not(HasSubstr("\n")));
  }

  test::TemporaryDirectory folder_;
};

TEST_F(ModelTest, describes_the_starter_from_its_headers) {
  const auto summary = summarise_model(test::starter_gguf()).value();
  EXPECT_EQ(summary.format, "GGUF v3");
  EXPECT_EQ(summary.plan.architecture, "llama");
  EXPECT_EQ(summary.plan.layer_count(), 8);
  EXPECT_EQ(summary.plan.width, 256);
  EXPECT_EQ(summary.plan.attention(0)->heads, 4);
  EXPECT_EQ(summary.plan.attention(0)->kv_heads, 2);
  EXPECT_EQ(summary.plan.vocabulary, 4096);
  EXPECT_EQ(summary.plan.context, 2048);
  EXPECT_NEAR(double(summary.parameters), 7.34e6, 0.01e6);
  EXPECT_EQ(summary.bytes, std::filesystem::file_size(test::starter_gguf()));
}

TEST_F(ModelTest, gives_both_formats_of_one_model_the_same_fingerprint) {
  const auto gguf = summarise_model(test::starter_gguf()).value();
  const auto folder = summarise_model(test::starter_folder()).value();
  EXPECT_EQ(folder.format, "safetensors");
  EXPECT_EQ(folder.fingerprint, gguf.fingerprint);
  EXPECT_EQ(folder.parameters, gguf.parameters);
  EXPECT_NE(summarise_model(test::stories_gguf())->fingerprint, gguf.fingerprint);
}

TEST_F(ModelTest, describes_a_model_of_an_architecture_it_cannot_run) {
  const auto model = open([](GgufContent& c) {
    for (auto& [key, value] : c.metadata)
      if (key == "general.architecture") value.value = std::string("gptneox");
  });
  expect_error(model, ErrorKind::kUnsupported, "gptneox");
  expect_error(model, ErrorKind::kUnsupported, "llama");
  const auto summary = summarise_model(path());
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->plan.architecture, "gptneox");
}

TEST_F(ModelTest, says_before_opening_what_opening_would_refuse) {
  EXPECT_EQ(summarise_model(test::starter_gguf()).value().problem, "");
  const auto opened =
      open([](GgufContent& content) { content.tensors.erase(content.tensors.begin()); });
  ASSERT_FALSE(opened);
  EXPECT_EQ(summarise_model(path()).value().problem, opened.error().message);
}

TEST_F(ModelTest, needs_as_much_memory_as_it_says) {
  test::write_tiny_model(path());
  const std::uint64_t needed = memory_needed(summarise_model(path()).value()).total();
  Model::Options options;
  options.available_memory = needed;
  EXPECT_TRUE(Model::open(path(), options));
  options.available_memory = needed - 1;
  EXPECT_FALSE(Model::open(path(), options));
}

TEST_F(ModelTest, refuses_a_model_larger_than_free_memory_with_the_numbers) {
  Model::Options options;
  options.available_memory = 40'000'000;
  const auto model = Model::open(test::starter_gguf(), options);
  expect_error(model, ErrorKind::kTooLarge, "29.4 MB");
  expect_error(model, ErrorKind::kTooLarge, "40.0 MB");
}

TEST_F(ModelTest, names_a_tensor_that_holds_what_is_no_number) {
  for (const char* name : {"blk.1.ffn_up.weight", "token_embd.weight", "output.weight"}) {
    std::vector<std::byte> damaged;
    const auto model = open([&](GgufContent& c) {
      auto& t = tensor(c, name);
      damaged.assign(t.bytes.begin(), t.bytes.end());
      const float none = NAN;
      std::memcpy(damaged.data() + 400, &none, sizeof none);
      t.bytes = damaged;
    });
    expect_error(model, ErrorKind::kBadFile, name);
    expect_error(model, ErrorKind::kBadFile, "damaged");
  }
}

TEST_F(ModelTest, tells_how_far_opening_is_and_stops_when_told_to) {
  std::vector<double> heard;
  Model::Options options;
  options.progress = [&](double done) {
    heard.push_back(done);
    return true;
  };
  ASSERT_TRUE(Model::open(test::starter_gguf(), options));
  EXPECT_EQ(heard.front(), 0);
  EXPECT_TRUE(std::ranges::is_sorted(heard));
  EXPECT_GT(heard.back(), 0.8);
  EXPECT_LT(heard.back(), 1);

  options.progress = [](double done) { return done < 0.5; };
  const auto stopped = Model::open(test::starter_gguf(), options);
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().kind, ErrorKind::kInterrupted);
}

TEST_F(ModelTest, names_a_missing_tensor) {
  expect_error(open([](GgufContent& c) {
                 std::erase_if(c.tensors,
                               [](const auto& t) { return t.name == "blk.1.attn_k.weight"; });
               }),
               ErrorKind::kBadFile, "blk.1.attn_k.weight");
}

TEST_F(ModelTest, refuses_a_file_with_more_layers_than_it_tells) {
  expect_error(open([](GgufContent& c) {
                 for (auto& [key, value] : c.metadata)
                   if (key == "llama.block_count") value.value = std::int64_t{1};
               }),
               ErrorKind::kBadFile, "more layers than the 1");
}

TEST_F(ModelTest, does_not_describe_a_file_that_contradicts_itself) {
  open([](GgufContent& c) {
    for (auto& [key, value] : c.metadata)
      if (key == "llama.block_count") value.value = std::int64_t{0};
  });
  const auto summary = summarise_model(path());
  ASSERT_FALSE(summary);
  EXPECT_EQ(summary.error().kind, ErrorKind::kBadFile);
}

TEST_F(ModelTest, names_a_tensor_of_the_wrong_shape_with_both_shapes) {
  const auto model = open([](GgufContent& c) {
    auto& t = tensor(c, "blk.0.ffn_down.weight");
    std::swap(t.shape[0], t.shape[1]);
  });
  expect_error(model, ErrorKind::kBadFile, "blk.0.ffn_down.weight");
  expect_error(model, ErrorKind::kBadFile, "[96, 64] instead of [64, 96]");
}

TEST_F(ModelTest, names_a_number_format_it_cannot_read_and_those_it_can) {
  static const std::vector<std::byte> blocks(64 * 292);
  const auto model = open(
      [](GgufContent& c) {
        auto& t = tensor(c, "blk.0.ffn_down.weight");
        t.type = TensorType::kQ8_K;
        t.bytes = blocks;
      },
      {.feed_forward = 256, .change = {}});
  expect_error(model, ErrorKind::kUnsupported, "Q8_K");
  expect_error(model, ErrorKind::kUnsupported, "Q4_K");
}

TEST_F(ModelTest, refuses_norms_that_are_not_finite) {
  static const std::vector<float> bad(64, std::numeric_limits<float>::quiet_NaN());
  expect_error(open([](GgufContent& c) {
                 tensor(c, "output_norm.weight").bytes = std::as_bytes(std::span(bad));
               }),
               ErrorKind::kBadFile, "output_norm.weight");
}

TEST_F(ModelTest, runs_biases_if_all_of_them_are_there) {
  static const std::vector<float> bias(96);
  const auto with = [&](std::vector<std::pair<std::string, std::uint64_t>> names) {
    return open([names](GgufContent& c) {
      for (const auto& [name, length] : names)
        for (int layer = 0; layer < 2; ++layer)
          c.tensors.push_back({"blk." + std::to_string(layer) + "." + name,
                               TensorType::kF32,
                               {length},
                               std::as_bytes(std::span(bias).first(length))});
    });
  };
  const auto whole = with({{"attn_q.bias", 64}, {"attn_k.bias", 32}, {"attn_v.bias", 32}});
  ASSERT_TRUE(whole) << whole.error().message;
  EXPECT_EQ(whole->weights().layers[1].vector(Role::kKeyBias).size(), 32u);
  expect_error(with({{"attn_q.bias", 64}}), ErrorKind::kBadFile, "blk.0.attn_k.bias");
  expect_error(with({{"attn_k.bias", 32}}), ErrorKind::kUnsupported, "blk.0.attn_k.bias");
}

TEST_F(ModelTest, refuses_experts_that_its_metadata_does_not_tell_of) {
  static const std::vector<float> numbers(64);
  expect_error(open([](GgufContent& c) {
                 c.tensors.push_back({"blk.0.ffn_gate_inp.weight",
                                      TensorType::kF32,
                                      {64},
                                      std::as_bytes(std::span(numbers))});
               }),
               ErrorKind::kUnsupported, "experts");
}

TEST_F(ModelTest, refuses_any_tensor_of_the_text_model_that_it_would_ignore) {
  static const std::vector<float> numbers(64);
  const auto with = [&](const std::string& name) {
    return open([&](GgufContent& c) {
      c.tensors.push_back({name, TensorType::kF32, {64}, std::as_bytes(std::span(numbers))});
    });
  };
  for (const std::string name :
       {"blk.0.attn_q_norm.weight", "blk.1.attn_sinks.weight", "blk.0.post_ffw_norm.weight",
        "blk.0.attn_q.weight.lora_a", "token_embd_norm.weight", "position_embd.weight",
        "output_norm_extra.weight", "per_layer_token_embd.weight"})
    expect_error(with(name), ErrorKind::kUnsupported,
                 "tensor \"" + name + "\" belongs to a kind of layer");
  expect_error(with("rope_factors_long.weight"), ErrorKind::kBadFile, "64 factors instead of 8");
}

TEST_F(ModelTest, opens_with_tensors_that_are_known_to_be_unused_whatever_their_format) {
  static const std::vector<std::byte> bytes(4096);
  for (const char* name : {"x.unused", "v.blk.0.attn_q.bias", "mm.0.weight",
                           "blk.0.attn_rot_embd.weight", "blk.0.attn.masked_bias"})
    for (const TensorType type : {TensorType::kF32, TensorType::kMXFP4, TensorType::kI64}) {
      const auto model = open([&](GgufContent& c) {
        const TensorTypeInfo& info = *tensor_type_info(type);
        c.tensors.push_back(
            {name, type, {32}, std::span(bytes).first(32 / info.block_size * info.block_bytes)});
      });
      ASSERT_TRUE(model) << model.error().message;
      EXPECT_GT(memory_needed(model->summary()).pass, 0u);
    }
}

TEST_F(ModelTest, opens_with_an_unused_tensor_of_a_format_that_is_not_known) {
  const std::string name = "x.new";
  open([&](GgufContent& c) {
    static const std::vector<float> numbers(32);
    c.tensors.push_back({name, TensorType::kF32, {32}, std::as_bytes(std::span(numbers))});
  });
  std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  // Behind the name: the number of dimensions, one of them, the format.
  const auto format = bytes.find(name) + name.size() + 4 + 8;
  file.seekp(std::streamoff(format)).put(char(40)).flush();
  const auto model = Model::open(path());
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->summary().weight_types.at("unknown"), 1u);

  const auto smaller = folder_.path() / "smaller.gguf";
  ASSERT_TRUE(quantize_model(path(), smaller, TensorType::kQ8_0));
  EXPECT_EQ(GgufFile::open(smaller)->tensor(name), nullptr) << "nobody knows what it holds";
}

TEST_F(ModelTest, a_folder_may_hold_buffers_and_other_parts_beside_the_text_model) {
  std::filesystem::copy(test::starter_folder(), folder_.path());
  const auto weights = folder_.path() / "model.safetensors";
  const auto original = SafetensorsFile::open(weights).value();
  static const std::vector<std::byte> bytes(64);
  const auto with = [&](const char* name, TensorType type) {
    auto tensors = original.tensors();
    tensors.push_back(
        {name, type, {8}, std::span(bytes).first(8 * tensor_type_info(type)->block_bytes)});
    write_safetensors(weights, tensors).value();
    return Model::open(folder_.path());
  };
  for (const auto& [name, type] :
       {std::pair{"model.embed_positions", TensorType::kI64},
        std::pair{"model.layers.0.self_attn.rotary_emb.inv_freq", TensorType::kF32},
        std::pair{"model.layers.0.self_attn.masked_bias", TensorType::kF32},
        std::pair{"vision_tower.embed.bias", TensorType::kF32}})
    EXPECT_TRUE(with(name, type)) << name;
  for (const auto& [name, type] :
       {std::pair{"model.layers.0.self_attn.q_norm.weight", TensorType::kF32},
        std::pair{"model.layers.0.mlp.gate_proj.qzeros", TensorType::kI32},
        std::pair{"model.embed_positions.weight", TensorType::kF32}})
    expect_error(with(name, type), ErrorKind::kUnsupported, name);
}

TEST_F(ModelTest, of_a_split_file_is_the_model_of_the_whole_file) {
  test::write_tiny_model(path());
  const auto parts = test::write_split_gguf(path(), folder_.path(), "split", 3);
  const auto whole = summarise_model(path()).value();
  for (const auto& part : parts) {
    const auto model = Model::open(part);
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ(model->summary().fingerprint, whole.fingerprint);
    EXPECT_EQ(model->summary().parameters, whole.parameters);
    EXPECT_EQ(model->summary().weight_memory, whole.weight_memory);
  }
  const auto from_whole = folder_.path() / "a.gguf", from_part = folder_.path() / "b.gguf";
  const auto bytes = quantize_model(path(), from_whole, TensorType::kQ8_0).value();
  EXPECT_EQ(quantize_model(parts[1], from_part, TensorType::kQ8_0).value(), bytes);
  EXPECT_EQ(summarise_model(from_part)->fingerprint, whole.fingerprint);
}

TEST_F(ModelTest, is_refused_when_its_file_is_cut_off_while_it_is_opened) {
  test::write_tiny_model(path());
  Model::Options options;
  options.progress = [&](double done) {
    if (done > 0) std::filesystem::resize_file(path(), 4096);
    return true;
  };
  expect_error(Model::open(path(), options), ErrorKind::kIo, "cut off while it was open");

  test::write_tiny_model(path());
  const auto quantized =
      quantize_model(path(), folder_.path() / "out.gguf", TensorType::kQ8_0, [&](double) {
        std::filesystem::resize_file(path(), 4096);
        return true;
      });
  ASSERT_FALSE(quantized);
  EXPECT_THAT(quantized.error().message, HasSubstr("cut off while it was open"));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "out.gguf"));
}

TEST_F(ModelTest, stays_usable_when_its_file_is_touched) {
  test::write_tiny_model(path());
  const auto model = Model::open(path()).value();
  const auto time = std::filesystem::last_write_time(path());
  std::filesystem::last_write_time(path(), time + std::chrono::seconds(1));
  EXPECT_TRUE(model.check_unchanged());
}

TEST_F(ModelTest, refuses_a_vocabulary_larger_than_the_embedding) {
  const auto model = open([](GgufContent& c) {
    for (const char* name : {"token_embd.weight", "output.weight"}) {
      auto& t = tensor(c, name);
      t.shape[0] -= 1;
      t.bytes = t.bytes.first(t.bytes.size() - 64 * 4);
    }
  });
  expect_error(model, ErrorKind::kBadFile, "tokenizer");
}

TEST_F(ModelTest, says_what_a_missing_path_should_have_been) {
  const auto model = Model::open(folder_.path() / "nothing.gguf");
  ASSERT_FALSE(model);
  EXPECT_THAT(model.error().message, HasSubstr("GGUF"));
}

TEST_F(ModelTest, refuses_a_folder_without_configuration) {
  std::filesystem::copy(test::starter_folder() / "model.safetensors", folder_.path());
  const auto model = Model::open(folder_.path());
  ASSERT_FALSE(model);
  EXPECT_THAT(model.error().message, HasSubstr("config.json"));
}

}  // namespace
}  // namespace canter
