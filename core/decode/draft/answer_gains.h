#pragma once

#include <deque>
#include <string>
#include <string_view>

namespace canter {

/// What drafting gained on the last answers that it took part in: the time that plain decoding
/// would have taken over the time taken.
class AnswerGains {
 public:
  static constexpr int kMostAnswers = 20;

  void begin_answer() { begun_ = true; }
  /// A step took `milliseconds`, and its tokens would have taken `plain_ms` without drafts.
  void observe(double milliseconds, double plain_ms);

  int answers() const { return int(answers_.size()); }
  /// 1 without any.
  double speedup() const;

  /// A JSON array; empty or unreadable text changes nothing.
  std::string to_json() const;
  void from_json(std::string_view json);

 private:
  struct Times {
    double taken = 0;
    double plain = 0;
  };

  bool begun_ = false;
  std::deque<Times> answers_;
};

}  // namespace canter
