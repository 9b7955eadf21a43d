#include "model/file_type.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "tensor/number_format.h"

namespace canter {
namespace {

using Types = std::map<std::string, std::string>;

/// The types of a model's tensors, which are rows of `width` numbers.
Types types_of(const char* file_type, const std::vector<std::string>& names,
               std::uint64_t width = 256) {
  std::vector<TensorEntry> tensors;
  for (const std::string& name : names) tensors.push_back({name, TensorType::kF32, {8, width}, {}});
  choose_types(file_type_from_name(file_type).value(), tensors);
  Types types;
  for (const TensorEntry& tensor : tensors) types[tensor.name] = tensor_type_name(tensor.type);
  return types;
}

std::string in_layer(int layer, const std::string& part) {
  return "blk." + std::to_string(layer) + "." + part + ".weight";
}

TEST(FileType, has_a_name_and_can_be_written) {
  for (const FileType type : file_types()) {
    EXPECT_TRUE(can_encode(type.type));
    EXPECT_EQ(file_type_from_name(file_type_name(type)), type);
  }
  EXPECT_EQ(file_type_from_name("q4_k_m"), FileType(TensorType::kQ4_K, true));
  for (const char* name : {"", "_M", "M", "Q4_K", "Q4_K_S", "Q8_0_M", "Q9_9", "I32", "IQ4_NL"})
    EXPECT_EQ(file_type_from_name(name), std::nullopt) << name;
  EXPECT_EQ(file_type_names(), "F32, F16, BF16, Q8_0, Q6_K, Q5_K_M, Q4_K_M, Q4_0, IQ4_XS or MXFP4");
}

TEST(FileType, has_the_number_that_other_programs_read) {
  EXPECT_EQ(file_type_number(TensorType::kQ4_0), 2);
  EXPECT_EQ(file_type_number({TensorType::kQ4_K, true}), 15);
  EXPECT_EQ(file_type_number({TensorType::kQ5_K, true}), 17);
  EXPECT_EQ(file_type_number(TensorType::kIQ4_XS), 30);
}

TEST(FileType, gives_values_and_the_way_down_more_bits_in_some_layers_of_a_medium_one) {
  for (const auto& [file, plain] : {std::pair{"Q4_K_M", "Q4_K"}, {"Q5_K_M", "Q5_K"}}) {
    std::vector<std::string> names;
    for (int layer = 0; layer < 16; ++layer)
      for (const char* part : {"attn_q", "attn_v", "ffn_down", "ffn_up"})
        names.push_back(in_layer(layer, part));
    const Types types = types_of(file, names);
    for (int layer = 0; layer < 16; ++layer) {
      const std::set<int> more = {0, 1, 4, 7, 10, 13, 14, 15};
      const std::string expected = more.contains(layer) ? "Q6_K" : plain;
      EXPECT_EQ(types.at(in_layer(layer, "attn_v")), expected) << layer;
      EXPECT_EQ(types.at(in_layer(layer, "ffn_down")), expected) << layer;
      EXPECT_EQ(types.at(in_layer(layer, "attn_q")), plain);
      EXPECT_EQ(types.at(in_layer(layer, "ffn_up")), plain);
    }
  }
  EXPECT_EQ(types_of("Q4_K_M", {"blk.0.attn_qkv.weight"}).at("blk.0.attn_qkv.weight"), "Q5_K");
}

TEST(FileType, gives_more_bits_to_the_matrix_that_makes_the_logits) {
  const Types apart = types_of("Q4_K_M", {"token_embd.weight", "output.weight"});
  EXPECT_EQ(apart, (Types{{"token_embd.weight", "Q4_K"}, {"output.weight", "Q6_K"}}));
  EXPECT_EQ(types_of("IQ4_XS", {"token_embd.weight"}), (Types{{"token_embd.weight", "Q6_K"}}));
  EXPECT_EQ(types_of("MXFP4", {"token_embd.weight", "blk.0.attn_q.weight"}),
            (Types{{"token_embd.weight", "Q8_0"}, {"blk.0.attn_q.weight", "MXFP4"}}));
}

/// Queries of as many heads as `sharing` for each of the values, in a mixture of so many experts.
Types types_in_mixture(const char* file_type, std::uint64_t experts, std::uint64_t sharing) {
  std::vector<TensorEntry> tensors = {
      {"blk.9.attn_q.weight", TensorType::kF32, {256 * sharing, 256}, {}},
      {"blk.9.attn_k.weight", TensorType::kF32, {256, 256}, {}},
      {"blk.9.attn_v.weight", TensorType::kF32, {256, 256}, {}},
      {"blk.9.attn_output.weight", TensorType::kF32, {256, 256 * sharing}, {}},
      {"blk.9.ffn_down_exps.weight", TensorType::kF32, {experts, 256, 256}, {}},
      {"blk.19.attn_norm.weight", TensorType::kF32, {256}, {}}};
  choose_types(file_type_from_name(file_type).value(), tensors);
  Types types;
  for (const TensorEntry& tensor : tensors) types[tensor.name] = tensor_type_name(tensor.type);
  return types;
}

TEST(FileType, gives_attention_between_eight_experts_more_bits) {
  for (const auto& [file, output] :
       {std::pair{"Q4_K_M", "Q5_K"}, {"IQ4_XS", "Q5_K"}, {"Q5_K_M", "Q5_K"}}) {
    const Types eight = types_in_mixture(file, 8, 1);
    EXPECT_EQ(eight.at(in_layer(9, "attn_k")), "Q8_0") << file;
    EXPECT_EQ(eight.at(in_layer(9, "attn_v")), "Q8_0") << file;
    EXPECT_EQ(eight.at(in_layer(9, "attn_output")), output) << file;
  }
  const Types sixteen = types_in_mixture("IQ4_XS", 16, 1);
  for (const char* part : {"attn_k", "attn_v", "attn_output"})
    EXPECT_EQ(sixteen.at(in_layer(9, part)), "IQ4_XS") << part;
}

TEST(FileType, gives_values_that_four_heads_share_more_bits_in_files_of_four) {
  EXPECT_EQ(types_in_mixture("IQ4_XS", 16, 4).at(in_layer(9, "attn_v")), "Q5_K");
  EXPECT_EQ(types_in_mixture("IQ4_XS", 16, 3).at(in_layer(9, "attn_v")), "IQ4_XS");
}

TEST(FileType, takes_shorter_blocks_where_rows_are_no_multiple_and_halves_in_the_end) {
  const std::vector<std::string> names = {"blk.5.attn_q.weight"};
  const auto type = [&](const char* file, std::uint64_t width) {
    return types_of(file, names, width).at(names[0]);
  };
  EXPECT_EQ(type("Q4_K_M", 288), "Q5_0");
  EXPECT_EQ(type("Q5_K_M", 288), "Q5_1");
  EXPECT_EQ(type("Q6_K", 288), "Q8_0");
  EXPECT_EQ(type("IQ4_XS", 288), "IQ4_NL");
  EXPECT_EQ(type("MXFP4", 288), "MXFP4");
  for (const char* file : {"Q4_K_M", "Q5_K_M", "Q6_K", "IQ4_XS", "MXFP4", "Q8_0", "Q4_0"})
    EXPECT_EQ(type(file, 100), "F16") << file;
}

TEST(FileType, keeps_norms_routers_and_convolutions_in_float32) {
  std::vector<TensorEntry> norm = {{"blk.0.attn_norm.weight", TensorType::kF16, {256}, {}}};
  choose_types(TensorType::kQ8_0, norm);
  EXPECT_EQ(norm[0].type, TensorType::kF32);
  const Types kept = types_of("Q4_K_M", {"blk.0.ffn_gate_inp.weight", "blk.0.ssm_conv1d.weight"});
  for (const auto& [name, type] : kept) EXPECT_EQ(type, "F32") << name;
  EXPECT_EQ(types_of("F16", {"blk.0.ffn_gate_inp.weight"}).begin()->second, "F16");
}

TEST(FileType, keeps_what_has_two_dimensions_but_is_no_matrix_in_float32) {
  for (const char* name : {"blk.0.ffn_gate_exps.bias", "blk.0.ssm_a", "blk.0.ssm_norm.weight"})
    for (const char* file : {"F16", "Q8_0", "MXFP4"})
      EXPECT_EQ(types_of(file, {name}).at(name), "F32") << name << " " << file;
}

}  // namespace
}  // namespace canter
