[#if downstream == "lambda"]
| Result in the ledger | 7 days: so long a repeated request gets it again | never needed after that |
[/#if]
