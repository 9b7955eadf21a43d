#include "format/pickle.h"

#include <algorithm>
#include <unordered_map>

#include "base/utf8.h"
#include "format/byte_cursor.h"
#include "format/message.h"

namespace canter {
namespace {

using Kind = PickleValue::Kind;

enum class Opcode : std::uint8_t {
  kMark = '(',
  kEmptyTuple = ')',
  kStop = '.',
  kBinFloat = 'G',
  kBinInt = 'J',
  kBinInt1 = 'K',
  kBinInt2 = 'M',
  kNone = 'N',
  kBinPersId = 'Q',
  kReduce = 'R',
  kBinUnicode = 'X',
  kEmptyList = ']',
  kAppend = 'a',
  kBuild = 'b',
  kGlobal = 'c',
  kAppends = 'e',
  kBinGet = 'h',
  kLongBinGet = 'j',
  kBinPut = 'q',
  kLongBinPut = 'r',
  kSetItem = 's',
  kTuple = 't',
  kSetItems = 'u',
  kEmptyDict = '}',
  kProto = 0x80,
  kTuple1 = 0x85,
  kTuple2 = 0x86,
  kTuple3 = 0x87,
  kNewTrue = 0x88,
  kNewFalse = 0x89,
  kLong1 = 0x8a,
  kShortBinUnicode = 0x8c,
  kStackGlobal = 0x93,
  kMemoize = 0x94,
  kFrame = 0x95,
};

class Interpreter {
 public:
  Interpreter(std::span<const std::byte> stream, std::span<const std::string_view> names,
              const std::string& file)
      : cursor_(stream), names_(names), file_(file) {}

  Result<Pickle> run() {
    if (cursor_.remaining() > kPickleMostBytes)
      return bad("is longer than " + std::to_string(kPickleMostBytes) + " bytes");
    while (true) {
      std::uint8_t code = 0;
      if (!cursor_.read(code)) return cut_off();
      if (Opcode(code) == Opcode::kStop) break;
      if (auto done = step(Opcode(code)); !done) return propagate(done);
      if (pickle_.values.size() > kPickleMostValues || stack_.size() > kPickleMostValues)
        return bad("holds more than " + std::to_string(kPickleMostValues) + " values");
    }
    if (stack_.size() != 1 || !marks_.empty() || cursor_.remaining() > 0)
      return bad("does not end with one value");
    pickle_.root = stack_.back();
    return std::move(pickle_);
  }

 private:
  tl::unexpected<Error> bad(const std::string& what) const {
    return fail(ErrorKind::kBadFile, file_ + " " + what + " (byte " +
                                         std::to_string(cursor_.position()) + "); " +
                                         std::string(kDamagedFile));
  }
  tl::unexpected<Error> cut_off() const { return bad("ends in the middle"); }
  tl::unexpected<Error> unsupported(const std::string& what) const {
    return fail(ErrorKind::kUnsupported,
                file_ + " " + what + " (byte " + std::to_string(cursor_.position()) +
                    "), which no dictionary of tensors needs; " + std::string(kConvertCheckpoint));
  }

  Result<void> step(Opcode code) {
    switch (code) {
      case Opcode::kProto:
        return protocol();
      case Opcode::kFrame:
        return frame();
      case Opcode::kNone:
        return push({Kind::kNone});
      case Opcode::kNewTrue:
        return push({Kind::kBool, 1});
      case Opcode::kNewFalse:
        return push({Kind::kBool, 0});
      case Opcode::kBinInt:
        return integer<std::int32_t>();
      case Opcode::kBinInt1:
        return integer<std::uint8_t>();
      case Opcode::kBinInt2:
        return integer<std::uint16_t>();
      case Opcode::kLong1:
        return long_integer();
      case Opcode::kBinFloat:
        return real();
      case Opcode::kBinUnicode:
        return text<std::uint32_t>();
      case Opcode::kShortBinUnicode:
        return text<std::uint8_t>();
      case Opcode::kGlobal:
        return global();
      case Opcode::kStackGlobal:
        return stack_global();
      case Opcode::kBinPersId:
        return persistent();
      case Opcode::kReduce:
        return call();
      case Opcode::kBuild:
        return build();
      case Opcode::kBinPut:
        return put<std::uint8_t>();
      case Opcode::kLongBinPut:
        return put<std::uint32_t>();
      case Opcode::kMemoize:
        return remember(memo_.size());
      case Opcode::kBinGet:
        return get<std::uint8_t>();
      case Opcode::kLongBinGet:
        return get<std::uint32_t>();
      default:
        return step_in_container(code);
    }
  }

  Result<void> step_in_container(Opcode code) {
    switch (code) {
      case Opcode::kMark:
        if (marks_.size() == kPickleMostNesting) return bad("is nested too deeply");
        marks_.push_back(stack_.size());
        return {};
      case Opcode::kEmptyTuple:
        return push({Kind::kTuple});
      case Opcode::kEmptyList:
        return push({Kind::kList});
      case Opcode::kEmptyDict:
        return push({Kind::kDict});
      case Opcode::kTuple1:
        return tuple(1);
      case Opcode::kTuple2:
        return tuple(2);
      case Opcode::kTuple3:
        return tuple(3);
      case Opcode::kTuple: {
        const auto count = above_mark();
        return count ? tuple(*count) : Result<void>(propagate(count));
      }
      case Opcode::kAppend:
        return append(1);
      case Opcode::kAppends: {
        const auto count = above_mark();
        return count ? append(*count) : Result<void>(propagate(count));
      }
      case Opcode::kSetItem:
        return set_items(2);
      case Opcode::kSetItems: {
        const auto count = above_mark();
        return count ? set_items(*count) : Result<void>(propagate(count));
      }
      default:
        return unsupported("has the instruction " + std::to_string(int(code)));
    }
  }

  Result<void> push(PickleValue value) {
    stack_.push_back(PickleId(pickle_.values.size()));
    pickle_.values.push_back(std::move(value));
    return {};
  }

  /// Values that may be taken: those above the last mark.
  std::size_t available() const {
    return stack_.size() - (marks_.empty() ? std::size_t{0} : marks_.back());
  }
  tl::unexpected<Error> too_few() const { return bad("takes a value that is not there"); }

  PickleId pop() {
    const PickleId id = stack_.back();
    stack_.pop_back();
    return id;
  }
  PickleValue& top() { return pickle_.values[stack_.back()]; }

  /// Takes the last mark away. The number of values above it.
  Result<std::size_t> above_mark() {
    if (marks_.empty()) return bad("closes what it never opened");
    const std::size_t count = available();
    marks_.pop_back();
    return count;
  }

  Result<void> protocol() {
    std::uint8_t version = 0;
    if (!cursor_.read(version)) return cut_off();
    if (version < 2 || version > 5)
      return unsupported("has protocol " + std::to_string(version) + " of pickle");
    return {};
  }

  Result<void> frame() {
    std::uint64_t length = 0;
    if (!cursor_.read(length) || length > cursor_.remaining()) return cut_off();
    return {};
  }

  template <typename Number>
  Result<void> integer() {
    Number number = 0;
    if (!cursor_.read(number)) return cut_off();
    return push({Kind::kInteger, number});
  }

  Result<void> long_integer() {
    std::uint8_t length = 0;
    std::span<const std::byte> bytes;
    if (!cursor_.read(length) || !cursor_.read_bytes(length, bytes)) return cut_off();
    if (length > 8) return unsupported("has a number of more than 64 bits");
    const bool negative = length > 0 && (bytes.back() & std::byte{0x80}) != std::byte{0};
    std::uint64_t number = negative ? ~std::uint64_t{0} : 0;
    std::memcpy(&number, bytes.data(), length);
    return push({Kind::kInteger, static_cast<std::int64_t>(number)});
  }

  Result<void> real() {
    std::uint64_t ignored = 0;
    if (!cursor_.read(ignored)) return cut_off();
    return push({Kind::kReal});
  }

  template <typename Length>
  Result<void> text() {
    Length length = 0;
    std::span<const std::byte> bytes;
    if (!cursor_.read(length) || !cursor_.read_bytes(length, bytes)) return cut_off();
    std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (!is_valid_utf8(text)) return bad("has a text that is no UTF-8");
    return push({Kind::kText, 0, std::move(text)});
  }

  Result<std::string> line() {
    std::string line;
    for (char letter = 0; cursor_.read(letter); line += letter)
      if (letter == '\n') return line;
    return cut_off();
  }

  Result<void> global() {
    const auto module = line();
    if (!module) return propagate(module);
    const auto name = line();
    if (!name) return propagate(name);
    return push_name(*module + "." + *name);
  }

  Result<void> stack_global() {
    if (available() < 2) return too_few();
    const PickleValue& name = pickle_[pop()];
    const PickleValue& module = pickle_[pop()];
    if (name.kind != Kind::kText || module.kind != Kind::kText)
      return bad("names something by what is no text");
    return push_name(module.text + "." + name.text);
  }

  Result<void> push_name(std::string name) {
    if (std::ranges::find(names_, name) == names_.end())
      return unsupported("wants " + in_quotes(name));
    return push({Kind::kName, 0, std::move(name)});
  }

  Result<void> persistent() {
    if (available() < 1) return too_few();
    const PickleId id = pop();
    return push({Kind::kPersistent, 0, {}, {id}, {}});
  }

  Result<void> call() {
    if (available() < 2) return too_few();
    const PickleId arguments = pop();
    const PickleId function = pop();
    if (pickle_[function].kind != Kind::kName || pickle_[arguments].kind != Kind::kTuple)
      return bad("calls what is no function");
    return push({Kind::kCall, 0, {}, {function, arguments}, {}});
  }

  Result<void> build() {
    if (available() < 2) return too_few();
    pop();
    if (top().kind != Kind::kCall) return bad("sets attributes on what is no object");
    return {};
  }

  template <typename Key>
  Result<void> put() {
    Key key = 0;
    if (!cursor_.read(key)) return cut_off();
    return remember(key);
  }
  Result<void> remember(std::size_t key) {
    if (available() < 1) return too_few();
    memo_[key] = stack_.back();
    if (memo_.size() > kPickleMostValues) return bad("remembers too many values");
    return {};
  }

  template <typename Key>
  Result<void> get() {
    Key key = 0;
    if (!cursor_.read(key)) return cut_off();
    const auto found = memo_.find(key);
    if (found == memo_.end()) return bad("recalls a value that it never remembered");
    stack_.push_back(found->second);
    return {};
  }

  /// Takes the uppermost `count` values, the deepest first.
  std::vector<PickleId> take(std::size_t count) {
    const auto first = stack_.end() - static_cast<std::ptrdiff_t>(count);
    std::vector<PickleId> taken(first, stack_.end());
    stack_.erase(first, stack_.end());
    return taken;
  }

  Result<void> tuple(std::size_t count) {
    if (available() < count) return too_few();
    return push({Kind::kTuple, 0, {}, take(count), {}});
  }

  Result<void> append(std::size_t count) {
    if (available() < count + 1) return too_few();
    const auto elements = take(count);
    if (top().kind != Kind::kList) return bad("appends to what is no list");
    top().parts.insert(top().parts.end(), elements.begin(), elements.end());
    return {};
  }

  Result<void> set_items(std::size_t count) {
    if (available() < count + 1) return too_few();
    if (count % 2 != 0) return bad("has a key without a value");
    const auto elements = take(count);
    if (top().kind != Kind::kDict && top().kind != Kind::kCall)
      return bad("sets items of what is no dictionary");
    for (std::size_t i = 0; i < count; i += 2)
      top().items.emplace_back(elements[i], elements[i + 1]);
    return {};
  }

  ByteCursor cursor_;
  std::span<const std::string_view> names_;
  const std::string& file_;
  Pickle pickle_;
  std::vector<PickleId> stack_;
  std::vector<std::size_t> marks_;  // heights of the stack
  std::unordered_map<std::size_t, PickleId> memo_;
};

}  // namespace

Result<Pickle> read_pickle(std::span<const std::byte> stream,
                           std::span<const std::string_view> names, const std::string& file) {
  return Interpreter(stream, names, file).run();
}

}  // namespace canter
