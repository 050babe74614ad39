"""The arithmetic of proof: did the score tell who would leave? Arrays in, figures out.

Throughout, `safe` is a number that is high for what should stay (a score, a tenure), and `left` says
who left within the horizon. Unknown is NaN and must be taken out before.
"""
