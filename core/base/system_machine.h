#pragma once

#include <string>

/// What machine.cpp asks each family of systems.
namespace canter::system_machine {

int physical_cores();          ///< 0: not known
std::string processor_name();  ///< empty: not known

}  // namespace canter::system_machine
