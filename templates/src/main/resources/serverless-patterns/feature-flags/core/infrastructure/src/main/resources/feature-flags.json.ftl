{
  "version": "1",
  "flags": {
[#list lines("feature-flags.flags") as line]
    "[=line?split(" # ")[0]]": {
      "name": "[=line?split(" # ")[0]]",
      "description": "[=line?split(" # ")[1]]"
    }[#sep],[/#sep]
[/#list]
  },
  "values": {
[#list lines("feature-flags.flags") as line]
    "[=line?split(" # ")[0]]": {
      "enabled": false
    }[#sep],[/#sep]
[/#list]
  }
}
