#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace canter {

/// Time of a forward pass by its number of rows and the context behind it: measured once, and
/// followed while decoding. Between measured numbers of rows it is interpolated.
class PassTime {
 public:
  static constexpr std::array kRows = {1, 2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 128};

  /// Until it is measured: twelve rows for the price of one, more in proportion.
  PassTime();

  /// Milliseconds for each of kRows, behind `near_context` positions and, where it is known too,
  /// behind more of them. False, with nothing changed, for times that are not above zero.
  bool set(std::span<const double> near, int near_context, std::span<const double> far = {},
           int far_context = 0);

  /// Has set() given it times, now or before they were written?
  bool measured() const { return measured_; }

  /// Milliseconds.
  double at(int rows, int context) const;
  /// A pass of so many rows took `milliseconds`: followed for this number of rows and its
  /// neighbours, since what makes one size slower says little of the others. The first
  /// observations count most: a decoder's passes are not quite those that were measured. Until
  /// anything is measured the very first one tells how fast this machine is.
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
  double interpolate(const Values& values, const Place& place) const;

  Values base_{};          // ms without context
  Values per_position_{};  // ms
  Values seen_{};          // observations of each size
  Values own_{};           // factor of each size
  bool scaled_ = false;    // base_ are milliseconds of this machine
  bool measured_ = false;
};

}  // namespace canter
