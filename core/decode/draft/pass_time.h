#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace canter {

/// Time of a forward pass by its number of rows and the context behind it: begun with a guess, and
/// learned from every pass that decoding runs. Between the numbers of rows that are followed it is
/// interpolated.
class PassTime {
 public:
  static constexpr std::array kRows = {1, 2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 128};

  /// What is known of a model before anything has run. A pass of n rows takes
  /// sqrt(1 + (n / free_rows)^2) times as long as the reading of the weights: that is how measured
  /// times go from memory's limit to arithmetic's.
  struct Guess {
    double free_rows = 12;
    /// What a position of context adds, in parts of a pass of one row without context.
    double per_position = 0;
  };

  PassTime() : PassTime(Guess()) {}
  explicit PassTime(const Guess& guess);

  /// Milliseconds for each of kRows without context. False, with nothing changed, for times that
  /// are not above zero.
  bool set(std::span<const double> times);

  /// Milliseconds; of no machine in particular until the first pass was observed.
  double at(int rows, int context) const;
  /// Was a pass of about so many rows ever observed?
  bool knows(int rows) const { return seen_[place(rows).index] >= 1; }
  /// A pass of so many rows took `milliseconds`. The first observations of a size count most; sizes
  /// that never ran follow those next to them that did.
  void observe(int rows, int context, double milliseconds);

  std::string to_json() const;
  /// False, with nothing changed, for what to_json() did not write.
  bool from_json(std::string_view json);

 private:
  using Values = std::array<double, kRows.size()>;
  /// Where `rows` lies: between `index` and the next one, so far towards it.
  struct Place {
    std::size_t index;
    double part;
  };
  static Place place(int rows);
  double guessed(std::size_t index, int context) const;
  double factor(std::size_t index) const;

  Values base_{};            ///< ms without context
  double per_position_ = 0;  ///< parts of base_[0], for one row
  Values seen_{};            ///< observations of each size
  Values own_{};             ///< what a size takes, by what was guessed
  bool scaled_ = false;      ///< base_ are milliseconds of this machine
};

}  // namespace canter
