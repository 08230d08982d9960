// A target as a libFuzzer program.
#include "tests/fuzz/targets.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    tokenledger::fuzz::TOKENLEDGER_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
    return 0;
}
