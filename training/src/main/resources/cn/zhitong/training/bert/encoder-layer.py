class EncoderLayer(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  def forward(self: __torch__.EncoderLayer,
    asking: Tensor,
    all: Tensor,
    mask: Tensor,
    dropout: Tensor,
    query: Tensor,
    query_bias: Tensor,
    key: Tensor,
    key_bias: Tensor,
    value: Tensor,
    value_bias: Tensor,
    attended: Tensor,
    attended_bias: Tensor,
    attended_norm: Tensor,
    attended_norm_bias: Tensor,
    inner: Tensor,
    inner_bias: Tensor,
    outer: Tensor,
    outer_bias: Tensor,
    outer_norm: Tensor,
    outer_norm_bias: Tensor) -> Tensor:
    p = float(dropout)
    training = torch.gt(p, 0.)
    short = torch.to(all, 15)
    rows = torch.size(all, 0)
    width = torch.size(all, 1)
    asked = torch.size(asking, 1)
    dimensions = torch.size(all, 2)
    q0 = torch.linear(torch.to(asking, 15), torch.t(torch.to(query, 15)), torch.to(query_bias, 15))
    q = torch.transpose(torch.view(q0, [rows, asked, 8, 64]), 1, 2)
    k0 = torch.linear(short, torch.t(torch.to(key, 15)), torch.to(key_bias, 15))
    k = torch.transpose(torch.view(k0, [rows, width, 8, 64]), 1, 2)
    v0 = torch.linear(short, torch.t(torch.to(value, 15)), torch.to(value_bias, 15))
    v = torch.transpose(torch.view(v0, [rows, width, 8, 64]), 1, 2)
    read0 = torch.scaled_dot_product_attention(q, k, v, torch.to(mask, 15))
    read = torch.reshape(torch.transpose(read0, 1, 2), [rows, asked, dimensions])
    a = torch.to(torch.linear(read, torch.t(torch.to(attended, 15)), torch.to(attended_bias, 15)), 6)
    middle0 = torch.add(torch.dropout(a, p, training), asking)
    middle = torch.layer_norm(middle0, [dimensions], attended_norm, attended_norm_bias, 9.9999999999999998e-13)
    i0 = torch.linear(torch.to(middle, 15), torch.t(torch.to(inner, 15)), torch.to(inner_bias, 15))
    o = torch.to(torch.linear(torch.gelu(i0), torch.t(torch.to(outer, 15)), torch.to(outer_bias, 15)), 6)
    last0 = torch.add(torch.dropout(o, p, training), middle)
    last = torch.layer_norm(last0, [dimensions], outer_norm, outer_norm_bias, 9.9999999999999998e-13)
    return last
