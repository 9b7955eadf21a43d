#include "support/block_samples.h"

namespace canter::ui {

std::string answer_with_all_blocks() {
  return R"(# A heading of the first level

Some **bold**, *slanted*, ~~struck~~ words, `inline_code()`, a [link](https://example.org/a?b=c),
and an image that is not loaded: ![a horse](https://example.org/horse.png). It costs $5 and $10.

## Lists

1. First thing
2. Second thing, with a longer text that has to break its line somewhere, so that one sees where the next line begins
   - nested
   - nested again, with `code`
3. Third thing

- [x] done
- [ ] not done yet

> A quote, which may be
> longer than one line.
>
> > And one inside it.

### Code

```cpp
// The answer, in a way.
#include <vector>
int main() {
  const std::vector<double> numbers{1.5, 2, 0x2a};
  for (double n : numbers) std::printf("%f %s\n", n, "a rather long line that goes on and on beyond the column");
  return 0; /* and that
  was it */
}
```

```python
def greet(name: str) -> str:
    """Says hello."""
    return f"Hello, {name}"  # politely
```

| Train | From | Departs | Price |
|:------|:-----|:-------:|------:|
| IC 2  | Oxford | 09:15 | 12.50 |
| RE 7  | Cambridge, the long way round by the sea, which takes longer | 10:40 | 8.00 |
| `S \| U` | Ely<br>by bus | 11:05 | $4 to 6$ |

---

Mathematics: the roots of $ax^2 + bx + c = 0$ are

$$
x_{1,2} = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}
$$

and \(\sum_{i=1}^{n} i = \frac{n(n+1)}{2}\), for all $n \in \mathbb{N}$.

中文段落：请预订一张去剑桥的火车票，**明天早上**出发。

هذا سطر باللغة العربية يبدأ من اليمين.
)";
}

std::string answer_from_right_to_left() {
  return R"(إليك خطة الرحلة:

- القطار من أكسفورد إلى كامبريدج
  - تذكرة واحدة
  - Oxford, Cambridge
- الفندق قرب المحطة

> يغادر القطار في التاسعة صباحًا.
> ١٢٫٥٠

| القطار | السعر |
|---|--:|
| الأول | 12.50 |

```mermaid
graph LR; A-->B
```

![خريطة المحطة](https://example.org/map.png)
)";
}

std::string question_with_files() {
  return "Please look at **these two** and say:\n\n1. what `main` does\n2. what is wrong\n\n"
         "```file: main.cpp\n#include <cstdio>\nint main() { std::puts(\"trot\"); }\n```\n\n"
         "```file: a report with a long name about the stations of the line.pdf\nA text.\n```";
}

}  // namespace canter::ui
