#include "format/pickle.h"

#include <gmock/gmock.h>

#include "byte_builder.h"
#include "support/torch_file.h"

namespace canter {
namespace {

using namespace std::string_literals;
namespace pickled = test::pickled;
using Kind = PickleValue::Kind;
using testing::HasSubstr;
using testing::SizeIs;

constexpr std::string_view kNames[] = {"collections.OrderedDict", "torch.FloatStorage"};

Result<Pickle> read(std::string_view stream) {
  return read_pickle(std::as_bytes(std::span(stream)), kNames, "\"x.bin\": data.pkl");
}

/// The value of a stream that is expected to be sound.
class Sound {
 public:
  explicit Sound(std::string_view stream) {
    auto pickle = read(stream);
    EXPECT_TRUE(pickle) << pickle.error().message;
    if (pickle) pickle_ = std::move(*pickle);
    if (pickle_.values.empty()) pickle_.values.emplace_back();
  }
  const PickleValue& root() const { return pickle_[pickle_.root]; }
  const PickleValue& part(std::size_t i) const { return pickle_[root().parts.at(i)]; }
  const PickleValue& key(std::size_t i) const { return pickle_[root().items.at(i).first]; }
  const PickleValue& value(std::size_t i) const { return pickle_[root().items.at(i).second]; }

 private:
  Pickle pickle_;
};

void expect_refused(std::string_view stream, ErrorKind kind, const std::string& reason) {
  const auto pickle = read(stream);
  ASSERT_FALSE(pickle) << reason;
  EXPECT_EQ(pickle.error().kind, kind) << pickle.error().message;
  EXPECT_THAT(pickle.error().message, testing::StartsWith("\"x.bin\": data.pkl"));
  EXPECT_THAT(pickle.error().message, HasSubstr(reason));
  EXPECT_EQ(pickle.error().message.find('\n'), std::string::npos);
}
void expect_bad(std::string_view stream, const std::string& reason) {
  expect_refused(stream, ErrorKind::kBadFile, reason);
}
void expect_unsupported(std::string_view stream, const std::string& reason) {
  expect_refused(stream, ErrorKind::kUnsupported, reason);
}

std::string operator""_p(const char* text, std::size_t size) {
  return pickled::kProtocol2 + std::string(text, size);
}

TEST(Pickle, gives_plain_values) {
  EXPECT_EQ(Sound("N."_p).root().kind, Kind::kNone);
  EXPECT_EQ(Sound("\x88."_p).root().integer, 1);
  EXPECT_EQ(Sound("\x89."_p).root().integer, 0);
  EXPECT_EQ(Sound("G\x3f\xe0\0\0\0\0\0\0."_p).root().kind, Kind::kReal);
  EXPECT_EQ(Sound("X\2\0\0\0\xc3\xa9."_p).root().text, "é");
  EXPECT_EQ(Sound("\x8c\2hi."_p).root().text, "hi");
}

TEST(Pickle, gives_whole_numbers_of_every_width) {
  EXPECT_EQ(Sound("K\xff."_p).root().integer, 255);
  EXPECT_EQ(Sound("M\xff\xff."_p).root().integer, 65535);
  EXPECT_EQ(Sound("J\xff\xff\xff\xff."_p).root().integer, -1);
  EXPECT_EQ(Sound("\x8a\0."_p).root().integer, 0);
  EXPECT_EQ(Sound("\x8a\1\xfe."_p).root().integer, -2);
  EXPECT_EQ(Sound("\x8a\5\0\0\0\0\1."_p).root().integer, std::int64_t{1} << 32);
}

TEST(Pickle, gives_containers_and_what_they_hold) {
  EXPECT_EQ(Sound(")."_p).root().kind, Kind::kTuple);
  EXPECT_EQ(Sound("K\7\x85."_p).part(0).integer, 7);
  EXPECT_EQ(Sound("K\7K\x08\x86."_p).part(1).integer, 8);
  EXPECT_EQ(Sound("K\7K\x08K\x09\x87."_p).part(2).integer, 9);
  EXPECT_THAT(Sound("(K\7K\7K\7K\7t."_p).root().parts, SizeIs(4));
  EXPECT_THAT(Sound("](K\1K\2eK\3a."_p).root().parts, SizeIs(3));
  const Sound dictionary("}(K\1K\2K\3K\4uK\5K\6s."_p);
  EXPECT_THAT(dictionary.root().items, SizeIs(3));
  EXPECT_EQ(dictionary.key(2).integer, 5);
  EXPECT_EQ(dictionary.value(1).integer, 4);
}

TEST(Pickle, recalls_what_it_remembered) {
  EXPECT_EQ(Sound("K\7q\5h\5\x86."_p).part(1).integer, 7);
  EXPECT_EQ(Sound("K\7r\5\1\0\0j\5\1\0\0\x86."_p).part(1).integer, 7);
  EXPECT_EQ(Sound("K\7\x94h\0\x86."_p).part(1).integer, 7);
}

TEST(Pickle, describes_a_call_without_making_it) {
  const Sound call("ccollections\nOrderedDict\n)RK\1K\2s}b."_p);
  EXPECT_EQ(call.root().kind, Kind::kCall);
  EXPECT_EQ(call.part(0).text, "collections.OrderedDict");
  EXPECT_EQ(call.part(1).kind, Kind::kTuple);
  EXPECT_EQ(call.value(0).integer, 2);
  EXPECT_EQ(Sound("X\5\0\0\0torch\x8c\x0c"
                  "FloatStorage\x93."_p)
                .root()
                .text,
            "torch.FloatStorage");
  EXPECT_EQ(Sound("K\7Q."_p).part(0).integer, 7);
}

TEST(Pickle, reads_protocol_2_to_5) {
  for (char version = 2; version <= 5; ++version)
    EXPECT_EQ(Sound(std::string("\x80") + version + "N.").root().kind, Kind::kNone);
  expect_unsupported("\x80\1N.", "protocol 1");
  expect_unsupported("\x80\6N.", "protocol 6");
  EXPECT_EQ(Sound("\x95\2\0\0\0\0\0\0\0N."_p).root().kind, Kind::kNone);
  expect_bad("\x95\3\0\0\0\0\0\0\0N."_p, "ends in the middle");
}

TEST(Pickle, refuses_any_function_or_class_that_is_not_listed) {
  expect_unsupported("cos\nsystem\nX\2\0\0\0ls\x85R."_p, "wants \"os.system\"");
  expect_unsupported("X\2\0\0\0osX\6\0\0\0system\x93."_p, "wants \"os.system\"");
  expect_unsupported("ccollections.OrderedDict\n\n."_p, "wants \"collections.OrderedDict.\"");
  expect_unsupported("c\n\n."_p, "convert it in Python");
  expect_bad("K\1K\1\x93."_p, "by what is no text");
}

TEST(Pickle, refuses_every_instruction_that_is_not_listed) {
  const std::string listed = "().GJKMNQRX]abcehjqrstu}\x80\x85\x86\x87\x88\x89\x8a\x8c\x93\x94\x95";
  for (int code = 0; code < 256; ++code) {
    if (listed.find(char(code)) != std::string::npos) continue;
    expect_unsupported(pickled::kProtocol2 + char(code) + std::string(64, '.'),
                       "instruction " + std::to_string(code));
  }
}

TEST(Pickle, that_is_cut_off_anywhere_is_refused) {
  const std::string stream = pickled::dictionary(
      pickled::text("x") + pickled::number(1) +
      "\x8c\1yM\1\1\x8a\1\1G12345678q\1h\1r\1\0\0\0(K\1K\2tccollections\nOrderedDict\nN"s);
  ASSERT_TRUE(read(stream)) << read(stream).error().message;
  for (std::size_t length = 0; length + 1 < stream.size(); ++length)
    EXPECT_FALSE(read(stream.substr(0, length))) << length;
  expect_bad("X\5\0\0\0abcd"_p, "ends in the middle");
  expect_bad(
      "X\xff\xff\xff\xff"
      "abcd",
      "ends in the middle");
  expect_bad("cos\nsys", "ends in the middle");
  expect_bad("", "ends in the middle");
}

TEST(Pickle, that_takes_what_is_not_there_is_refused) {
  for (const char* stream : {"\x85.", "N\x86.", "NN\x87.", "R.", "NR.", "Q.", "b.", "Nb.", "a.",
                             "]a.", "s.", "}Ns.", "q\1.", "\x94.", "N\x93.", "(q\1."})
    expect_bad(pickled::kProtocol2 + stream, "takes a value that is not there");
}

TEST(Pickle, never_reaches_below_a_mark) {
  for (const char* stream : {"N(\x85.", "](Na.", "}(NNs.", "N(Q.", "NN(NR."})
    expect_bad(pickled::kProtocol2 + stream, "takes a value that is not there");
  for (const char* stream : {"t.", "]e.", "}u."})
    expect_bad(pickled::kProtocol2 + stream, "closes what it never opened");
  expect_bad("(Nu."_p, "takes a value");
}

TEST(Pickle, whose_values_do_not_fit_its_instructions_is_refused) {
  expect_bad("NNa."_p, "appends to what is no list");
  expect_bad("NNNs."_p, "what is no dictionary");
  expect_bad("}(Nu."_p, "a key without a value");
  expect_bad("N)R."_p, "calls what is no function");
  expect_bad("ccollections\nOrderedDict\nNR."_p, "calls what is no function");
  expect_bad("N}b."_p, "what is no object");
  expect_bad("h\1."_p, "never remembered");
  expect_bad("X\1\0\0\0\xff."_p, "no UTF-8");
  expect_unsupported(
      "\x8a\x09"
      "123456789."_p,
      "more than 64 bits");
}

TEST(Pickle, ends_with_one_value_and_nothing_behind_it) {
  for (const char* stream : {".", "NN.", "N(.", "N.N", "N.."})
    expect_bad(pickled::kProtocol2 + stream, "does not end with one value");
}

TEST(Pickle, that_is_too_deep_or_too_large_is_refused) {
  expect_bad(pickled::kProtocol2 + std::string(kPickleMostNesting + 1, '('), "nested too deeply");
  expect_bad(pickled::kProtocol2 + std::string(kPickleMostValues + 2, ']'), "more than 1000000");
  std::string recalled = "Nq\1"_p;
  for (std::size_t i = 0; i <= kPickleMostValues; ++i) recalled += "h\1";
  expect_bad(recalled, "more than 1000000");
  expect_bad(std::string(kPickleMostBytes + 1, 'N'), "is longer than");
}

TEST(Pickle, that_holds_itself_or_is_nested_without_marks_is_only_described) {
  EXPECT_THAT(Sound("]q\1h\1a."_p).root().parts, SizeIs(1));
  EXPECT_TRUE(read(pickled::kProtocol2 + "N" + std::string(100'000, '\x85') + "."));
}

}  // namespace
}  // namespace canter
